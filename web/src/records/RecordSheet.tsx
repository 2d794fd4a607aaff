import { DESKS } from '@proofmark/contract/route'
import type { RecordShow } from '@proofmark/contract/schemas/find'
import type { Item } from '@proofmark/contract/schemas/item'
import type { Session } from '@proofmark/contract/schemas/session'
import type { ReactNode } from 'react'
import { InCases } from '../cases/give/InCases.tsx'
import { Facts } from '../common/Facts.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { countryShown, itemFacts, itemName, typeShown, yearShown } from '../common/item.tsx'
import { Plate } from '../common/Plate.tsx'
import { Section } from '../common/Section.tsx'
import tables from '../common/Table.module.css'
import type { Draft } from '../find/useFind.ts'
import { holdsOne } from '../frame/desk-roles.ts'
import { Go } from '../frame/Go.tsx'
import { type Language, useLanguage } from '../frame/language.tsx'
import { Mark } from '../mark/Mark.tsx'
import { AskAgencies } from '../pointers/AskAgencies.tsx'
import { ReceivedNote } from '../releases/ReceivedNote.tsx'
import { ReleaseSection } from '../releases/ReleaseSection.tsx'
import { RequestTrace } from '../traces/RequestTrace.tsx'
import { OtherVersions } from './OtherVersions.tsx'
import { PersonsSection } from './PersonsSection.tsx'
import styles from './RecordSheet.module.css'
import { Unnumbered } from './Unnumbered.tsx'

interface RecordSheetProps {
  readonly record: RecordShow
  readonly session: Session
  readonly grounds: Draft
}

const WORDS = ['make', 'model', 'calibre', 'type', 'country'] as const

/** What is derived from a record, by what its row speaks of. */
const LIFE_OF = {
  firearm: 'firearm',
  holding: 'firearm',
  component: 'firearm',
  consignment: 'consignment',
  'ammunition-lot': 'ammunition-lot',
} as const satisfies Readonly<Record<RecordShow['rowKind'], string>>

/** A word as it was read: types and countries in the reader's language, names of makes and calibres as they are. */
function readWord(language: Language, name: (typeof WORDS)[number], word: Item['make']): ReactNode {
  if (name === 'type') return <bdi>{typeShown(language, word)}</bdi>
  if (name === 'country') return <bdi>{countryShown(language, word)}</bdi>
  return <Identifier>{word.name ?? ''}</Identifier>
}

/** A record as a sheet: what it says, where it comes from, what was read beside what was stated, and the whole row. */
export function RecordSheet({ record, session, grounds }: RecordSheetProps) {
  const language = useLanguage()
  const { say, figures } = language
  const { read, rowKind, quantity } = record
  const { reference } = grounds
  const isLot = rowKind === 'ammunition-lot'
  const own = session.agency !== null && session.agency === record.agency
  const plate: readonly (readonly [string, ReactNode])[] = [
    ['source', <bdi key="source">{record.source}</bdi>],
    [
      'key',
      <Identifier key="key" mono>
        {record.key}
      </Identifier>,
    ],
    ['agency', <bdi key="agency">{record.agency}</bdi>],
    ['row_kind', say(`record.row_kind.${rowKind}`)],
    ['event', say(`word.event.${record.event}`)],
    ['date', figures.span(record.date) ?? say('common.date_unknown')],
    ['until', figures.span(record.until)],
    ['reported', figures.span(record.reported)],
    ['quantity', quantity !== null && figures.count(quantity)],
    ['recorded', figures.moment(record.recordedAt)],
  ]
  return (
    <>
      <header className={styles.header}>
        <div>
          <p className={styles.facts}>
            <Facts>{itemFacts(language, read)}</Facts>
          </p>
          <h2 className={styles.title}>{itemName(language, read)}</h2>
          <p className={styles.facts}>
            <Go to={`/firearms/${record.record}`}>{say(`record.life.${LIFE_OF[rowKind]}`)}</Go>
          </p>
          <p className={styles.compare}>
            <Go to={`/why-not/${record.record}`}>{say('record.why_not')}</Go>
          </p>
          {LIFE_OF[rowKind] === 'firearm' && grounds.purpose && (
            <RequestTrace
              record={record.record}
              session={session}
              grounds={{ purpose: grounds.purpose, ...(reference.trim() ? { reference: reference.trim() } : {}) }}
            />
          )}
        </div>
        {/* A consignment is of many firearms and bears no mark of its own. */}
        {rowKind !== 'consignment' && (
          <div>
            <p className={styles.label}>{say(isLot ? 'record.lot_number' : 'record.serial')}</p>
            <Mark mark={read.serial} size="title" />
          </div>
        )}
      </header>
      {record.release && <ReceivedNote release={record.release} />}
      <Plate facts={plate.map(([name, value]) => [say(`record.${name}`), value || null])} />
      <Section heading={say('record.read')} aside={say('record.versions', { versions: record.versions })}>
        <table className={`${tables.table} ${styles.fields}`}>
          <thead>
            <tr>
              {(['field', 'as_stated', 'as_read'] as const).map((column) => (
                <th key={column} scope="col">
                  {say(`record.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Row
              field={say(isLot ? 'record.lot_number' : 'record.serial')}
              stated={read.serial.stated}
              unknown={record.notKnown.serial}
            >
              <Mark mark={read.serial} size="text" />
              {read.serial.characters.length > 0 && (
                <span className={styles.state}>{say(`word.mark_state.${read.serial.state}`)}</span>
              )}
            </Row>
            {WORDS.map((name) => (
              <Row key={name} field={say(`find.${name}`)} stated={read[name].stated} unknown={record.notKnown[name]}>
                {read[name].name === null
                  ? read[name].stated && <span className={styles.state}>{say('record.not_read')}</span>
                  : readWord(language, name, read[name])}
              </Row>
            ))}
            {(read.year || read.yearStated || record.notKnown.year) && (
              <Row field={say('record.year')} stated={read.yearStated} unknown={record.notKnown.year}>
                {read.year && <Identifier>{yearShown(read.year)}</Identifier>}
              </Row>
            )}
            <Row field={say('record.date')} stated={record.date.stated} unknown={record.notKnown.date}>
              <bdi>{figures.span(record.date)}</bdi>
            </Row>
          </tbody>
        </table>
      </Section>
      <Section heading={say('record.row')} aside={say('record.row_aside')}>
        <dl className={styles.row}>
          {Object.entries(record.stated).map(([column, value]) => (
            <div key={column}>
              <dt>
                <Identifier mono>{column}</Identifier>
              </dt>
              <dd>{value === '' ? <span className={styles.blank}>{say('record.blank')}</span> : <bdi>{value}</bdi>}</dd>
            </div>
          ))}
        </dl>
      </Section>
      {LIFE_OF[rowKind] === 'firearm' && read.serial.norm === null && grounds.purpose && (
        <Unnumbered
          record={record.record}
          purpose={grounds.purpose}
          reference={reference}
          mayJudge={holdsOne(session, DESKS)}
        />
      )}
      <PersonsSection record={record} own={own} session={session} grounds={grounds} />
      <InCases choices={[{ kind: 'record', id: record.record, label: null }]} session={session} />
      <OtherVersions record={record} />
      {(record.mayRelease || record.released.length > 0) && (
        <ReleaseSection record={record} session={session} reference={reference} />
      )}
      {own && <AskAgencies record={record.record} read={read} session={session} reference={reference} />}
      <p className={styles.printed}>
        <Facts>
          {[
            say('record.printed'),
            session.account,
            session.agency,
            grounds.purpose && say(`word.purpose.${grounds.purpose}`),
            reference,
          ]}
        </Facts>
      </p>
    </>
  )
}

interface RowProps {
  readonly field: string
  readonly stated: string | null
  /** Why nothing is stated, where whoever wrote the record said so. */
  readonly unknown?: string | undefined
  readonly children: ReactNode
}

function Row({ field, stated, unknown, children }: RowProps) {
  const { say } = useLanguage()
  return (
    <tr>
      <th scope="row">{field}</th>
      <td data-label={say('record.as_stated')}>
        {stated ? (
          <Identifier mono>{stated}</Identifier>
        ) : (
          <span className={styles.blank}>{say(unknown ? `word.unknown.${unknown}` : 'record.not_stated')}</span>
        )}
      </td>
      <td data-label={say('record.as_read')}>
        <div>{children || <span className={styles.blank}>{say('record.nothing_read')}</span>}</div>
      </td>
    </tr>
  )
}
