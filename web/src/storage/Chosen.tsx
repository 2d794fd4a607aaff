import { useCallback, useState } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Identifier } from '../common/Identifier.tsx'
import table from '../common/Table.module.css'
import { TextField } from '../common/TextField.tsx'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { useAsked } from '../imports/useAsked.ts'
import { GROUNDS } from './grounds.ts'
import styles from './Storage.module.css'
import { Turn } from './Turn.tsx'

const PAGE = 20

interface ChosenProps {
  /** By identifier, or by the label that was typed. */
  readonly chosen: readonly string[]
  readonly onChoose: (chosen: readonly string[]) => void
}

/** The exhibits of a campaign: picked from what lies in stores, or by their labels. */
export function Chosen({ chosen, onChoose }: ChosenProps) {
  const { say, figures } = useLanguage()
  const [label, setLabel] = useState('')
  const [began, setBegan] = useState<readonly string[]>([])
  const after = began.at(-1)
  const ask = useCallback(
    () =>
      api('custodyList', {
        ...{ list: 'stored' as const, limit: PAGE, grounds: GROUNDS },
        ...(after === undefined ? {} : { after }),
      }),
    [after],
  )
  const [asked, again] = useAsked(ask)
  const stored = asked.kind === 'answered' ? asked.answer.exhibits : []
  const next = asked.kind === 'answered' ? asked.answer.next : null
  const here = new Set(stored.map(({ exhibit }) => exhibit))
  const set = (exhibit: string, isIn: boolean) =>
    onChoose(isIn ? [...chosen.filter((each) => each !== exhibit), exhibit] : chosen.filter((each) => each !== exhibit))
  return (
    <>
      <p role="status">
        <strong>
          {say('storage.campaign.chosen', { count: chosen.length, figure: figures.count(chosen.length) })}
        </strong>
      </p>
      <ul className={styles.items}>
        {chosen
          .filter((each) => !here.has(each))
          .map((each) => (
            <li key={each}>
              <Identifier mono>{each}</Identifier>
              <Button
                weight="word"
                aria-label={say('storage.campaign.leave_out', { what: each })}
                onClick={() => set(each, false)}
              >
                {say('storage.stock.take_back')}
              </Button>
            </li>
          ))}
      </ul>
      {asked.kind === 'asking' && <Bars id="storage.opening" />}
      {asked.kind === 'failed' && <Failed error={asked.error} kept={false} onAgain={again} />}
      {asked.kind === 'answered' && stored.length === 0 && (
        <p className={styles.quiet}>{say('storage.campaign.choose_none')}</p>
      )}
      {stored.length > 0 && (
        <table className={table.table}>
          <caption className="unseen">{say('storage.campaign.choose')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('storage.campaign.choose')}</th>
              <th scope="col">{say('storage.place')}</th>
            </tr>
          </thead>
          <tbody>
            {stored.map(({ exhibit, kind, number, label: code, storage }) => (
              <tr key={exhibit}>
                <td>
                  <label>
                    <input
                      type="checkbox"
                      name="exhibit"
                      value={exhibit}
                      checked={chosen.includes(exhibit)}
                      onChange={({ target }) => set(exhibit, target.checked)}
                    />{' '}
                    {say(`custody.kind.${kind}`)} <Identifier mono>{number ?? code}</Identifier>
                  </label>
                </td>
                <td data-label={say('storage.place')}>
                  <bdi>{storage}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Turn
        before={began.length > 0 ? () => setBegan(began.slice(0, -1)) : null}
        after={next !== null ? () => setBegan([...began, next]) : null}
      />
      <form
        className={styles.form}
        noValidate
        onSubmit={(submitted) => {
          submitted.preventDefault()
          if (label.trim() === '') return
          set(label.trim(), true)
          setLabel('')
        }}
      >
        <TextField
          label={say('storage.campaign.add_label')}
          name="campaign label"
          value={label}
          most={120}
          onChange={setLabel}
        />
        <div>
          <Button type="submit">{say('storage.campaign.add')}</Button>
        </div>
      </form>
    </>
  )
}
