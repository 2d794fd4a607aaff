import { CUSTODY_KEEPERS } from '@proofmark/contract/route'
import type { CustodyListed } from '@proofmark/contract/schemas/custody'
import type { Session } from '@proofmark/contract/schemas/session'
import { useCallback, useState } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Forbidden } from '../common/Forbidden.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { Section } from '../common/Section.tsx'
import table from '../common/Table.module.css'
import { Choice } from '../field/form/Choice.tsx'
import { goTo } from '../frame/address.ts'
import { api } from '../frame/api.ts'
import { holdsOne } from '../frame/desk-roles.ts'
import { Go } from '../frame/Go.tsx'
import { DeskLanguage, useLanguage } from '../frame/language.tsx'
import { useAsked } from '../imports/useAsked.ts'
import { Bundle } from './Bundle.tsx'
import { RECOVERIES_CATALOGUE } from './catalogue.ts'
import { GROUNDS } from './grounds.ts'
import { itemLine } from './item-said.tsx'
import { Labels } from './Labels.tsx'
import styles from './Recoveries.module.css'
import { Side } from './side.tsx'

const LISTS = ['ours', 'offered', 'stored', 'ended'] as const
type List = (typeof LISTS)[number]
const PAGE = 50

interface ExhibitsPageProps {
  /** Which list the address names; any other word means the first. */
  readonly list: string
  readonly session: Session
}

/** The exhibits of the reader's agency: what it has, what is offered to it, what lies in its stores, what has left custody. */
export default function ExhibitsPage({ list, session }: ExhibitsPageProps) {
  const { say } = useLanguage()
  if (!holdsOne(session, CUSTODY_KEEPERS))
    return <Forbidden page={say('common.page.exhibits')} session={session} roles={CUSTODY_KEEPERS} />
  const shown = LISTS.find((each) => each === list) ?? 'ours'
  return (
    <DeskLanguage catalogue={RECOVERIES_CATALOGUE}>
      <Listed key={shown} list={shown} session={session} />
    </DeskLanguage>
  )
}

function Listed({ list, session }: { readonly list: List; readonly session: Session }) {
  const { say } = useLanguage()
  // Where each page began, so that one can go back.
  const [began, setBegan] = useState<readonly string[]>([])
  const [chosen, setChosen] = useState<readonly string[]>([])
  const after = began.at(-1)
  const ask = useCallback(
    () => api('custodyList', { list, ...(after === undefined ? {} : { after }), limit: PAGE, grounds: GROUNDS }),
    [list, after],
  )
  const [asked, again] = useAsked(ask)
  // What is chosen is on the page that is shown.
  const turn = (to: readonly string[]) => {
    setChosen([])
    setBegan(to)
  }
  const exhibits = asked.kind === 'answered' ? asked.answer.exhibits : []
  const next = asked.kind === 'answered' ? asked.answer.next : null
  return (
    <Section
      heading={say('common.page.exhibits')}
      ruled={false}
      aside={exhibits.length > 0 && <Labels exhibits={exhibits.map(({ exhibit }) => exhibit)} />}
    >
      <div className={styles.filters}>
        <Choice
          legend={say('field.exhibits.list')}
          name="list"
          codes={LISTS}
          word={(code) => say(`field.exhibits.${code}`)}
          value={list}
          onChoose={(code) => goTo(`/exhibits#${code}`, 'replace')}
        />
      </div>
      {asked.kind === 'asking' && <Bars id="field.opening" />}
      {asked.kind === 'failed' && <Failed error={asked.error} onAgain={again} />}
      {asked.kind === 'answered' && (
        <Rows
          exhibits={exhibits}
          chosen={chosen}
          onChoose={(exhibit, isChosen) =>
            setChosen(isChosen ? [...chosen, exhibit] : chosen.filter((each) => each !== exhibit))
          }
        />
      )}
      {chosen.length > 0 && (
        <div className={styles.chosen}>
          <Bundle exhibits={chosen} session={session} />
        </div>
      )}
      {(began.length > 0 || next !== null) && (
        <div className={styles.turn}>
          {began.length > 0 && <Button onClick={() => turn(began.slice(0, -1))}>{say('field.exhibits.before')}</Button>}
          {next !== null && <Button onClick={() => turn([...began, next])}>{say('field.exhibits.after')}</Button>}
        </div>
      )}
    </Section>
  )
}

interface RowsProps {
  readonly exhibits: readonly CustodyListed[]
  /** Which of them go into a bundle for a court. */
  readonly chosen: readonly string[]
  readonly onChoose: (exhibit: string, isChosen: boolean) => void
}

function Rows({ exhibits, chosen, onChoose }: RowsProps) {
  const { say, figures } = useLanguage()
  if (exhibits.length === 0) return <p className={styles.quiet}>{say('field.exhibits.none')}</p>
  return (
    <table className={table.table}>
      <caption className="unseen">{say('common.page.exhibits')}</caption>
      <thead>
        <tr>
          {['exhibit', 'custodian', 'stored', 'seal', 'chain'].map((column) => (
            <th key={column} scope="col">
              {say(`field.custody.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {exhibits.map(({ exhibit, kind, label, number, said, custodian, storage, seal, unbroken, ended }) => (
          <tr key={exhibit}>
            <th scope="row">
              <input
                type="checkbox"
                name="chosen"
                value={exhibit}
                aria-label={say('field.exhibits.choose', { name: number ?? label })}
                checked={chosen.includes(exhibit)}
                onChange={({ target }) => onChoose(exhibit, target.checked)}
              />{' '}
              <Go to={`/exhibits/${exhibit}`}>
                {say(`field.kind.${kind}`)} <Identifier mono>{number ?? label}</Identifier>
              </Go>
              {said && <p>{itemLine(said, { say, figures })}</p>}
              {number !== null && (
                <p className={styles.quiet}>
                  <Identifier mono>{label}</Identifier>
                </p>
              )}
            </th>
            <td data-label={say('field.custody.custodian')}>
              {ended === null ? <Side side={custodian} /> : say(`word.custody_purpose.${ended}`)}
            </td>
            <td data-label={say('field.custody.stored')}>{storage && <bdi>{storage}</bdi>}</td>
            <td data-label={say('field.custody.seal')}>{seal && <Identifier mono>{seal}</Identifier>}</td>
            <td data-label={say('field.custody.chain')}>
              {say(unbroken ? 'field.exhibits.unbroken' : 'field.exhibits.broken')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
