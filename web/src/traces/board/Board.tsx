import { BOARD_LISTS } from '@proofmark/contract/trace-words'
import { type FormEvent, useState } from 'react'
import { Bars } from '../../common/Bars.tsx'
import { Button } from '../../common/Button.tsx'
import { Failed } from '../../common/Failed.tsx'
import { Section } from '../../common/Section.tsx'
import states from '../../common/State.module.css'
import { TextField } from '../../common/TextField.tsx'
import { goTo } from '../../frame/address.ts'
import { Go } from '../../frame/Go.tsx'
import { useLanguage } from '../../frame/language.tsx'
import styles from './Board.module.css'
import { BoardTable } from './BoardTable.tsx'
import { addressOf, type Filters } from './filters.ts'
import { useBoard } from './useBoard.ts'

/** The lists of the board, one of them open, and a filter by partner; both stand in the address. */
export function Board({ filters }: { readonly filters: Filters }) {
  const { say, figures } = useLanguage()
  const { list, error, busy, again, more } = useBoard(filters)
  return (
    <Section
      heading={say('common.page.traces')}
      aside={say(`word.board_list.${filters.list}`)}
      ruled={false}
      busy={busy}
    >
      <nav aria-label={say('traces.page.lists')} className={styles.lists}>
        <ul>
          {BOARD_LISTS.map((name) => {
            const count = list?.counts[name]
            return (
              <li key={name}>
                <Go to={addressOf({ ...filters, list: name })} current={name === filters.list}>
                  {say(`word.board_list.${name}`)}
                  {count !== undefined && <span className={styles.count}> {figures.count(count)}</span>}
                </Go>
              </li>
            )
          })}
        </ul>
      </nav>
      <PartnerFilter key={filters.partner} filters={filters} />
      {error && <Failed error={error} onAgain={again} kept={false} />}
      {!list && !error && <Bars id="traces.page.listing" />}
      {list && list.traces.length === 0 && <Nothing filters={filters} />}
      {list && list.traces.length > 0 && (
        <BoardTable traces={list.traces} heading={say(`word.board_list.${filters.list}`)} />
      )}
      {list?.more && (
        <p className={styles.more}>
          <Button aria-disabled={busy} onClick={() => !busy && more()}>
            {say('traces.page.more')}
          </Button>
        </p>
      )}
    </Section>
  )
}

/** Whose requests are shown, by the partner's short name. */
function PartnerFilter({ filters }: { readonly filters: Filters }) {
  const { say } = useLanguage()
  const [partner, setPartner] = useState(filters.partner)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    goTo(addressOf({ ...filters, partner: partner.trim() }))
  }
  return (
    <form className={styles.filter} onSubmit={submit}>
      <TextField name="partner" label={say('traces.form.partner')} value={partner} most={120} onChange={setPartner} />
      <p className={styles.ends}>
        <Button type="submit">{say('traces.page.filter')}</Button>
        {filters.partner !== '' && (
          <Go to={addressOf({ ...filters, partner: '' })}>{say('traces.page.all_partners')}</Go>
        )}
      </p>
    </form>
  )
}

/** An empty list says why it is empty and how to begin. */
function Nothing({ filters }: { readonly filters: Filters }) {
  const { say } = useLanguage()
  return (
    <div className={states.state}>
      <p>
        {filters.partner === ''
          ? say(`traces.page.empty.${filters.list}`)
          : say('traces.page.empty_partner', { partner: filters.partner })}
      </p>
      <p className={states.more}>
        <Go to="/find">{say('traces.page.begin')}</Go>
      </p>
    </div>
  )
}
