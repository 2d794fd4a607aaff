import type { ImportSummary } from '@proofmark/contract/schemas/import'
import type { ReactNode } from 'react'
import { Button } from '../common/Button.tsx'
import { Facts } from '../common/Facts.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { Note } from '../common/Note.tsx'
import { Plate } from '../common/Plate.tsx'
import { Section } from '../common/Section.tsx'
import { Sentence } from '../common/Sentence.tsx'
import tables from '../common/Table.module.css'
import { useLanguage } from '../frame/language.tsx'
import { DELIMITER_NAMES, encodingName } from './form-names.ts'
import { ImportBar } from './ImportBar.tsx'
import styles from './Preview.module.css'
import { RejectTable } from './RejectTable.tsx'
import { SampleTable } from './SampleTable.tsx'
import type { Chosen } from './useNewImport.ts'

/** Rows that come back, shown at most; the rest are counted. */
const SHOWN_REJECTS = 20
const READ = ['serial', 'make', 'model', 'calibre', 'type', 'country'] as const

interface PreviewProps {
  readonly chosen: Chosen
  readonly summary: ImportSummary
  readonly onImport: () => void
}

/** What the import would do, by the same code that imports; nothing is kept of it. */
export function Preview({ chosen, summary, onImport }: PreviewProps) {
  const { say, figures } = useLanguage()
  const { rows, rejects } = summary
  return (
    <>
      <Section heading={say('imports.preview')} aside={say('imports.preview_aside')}>
        <div role="status" className={styles.said}>
          {say('imports.preview_rows', { rows, figure: figures.count(rows), back: figures.count(summary.rejected) })}
        </div>
        <FileFacts chosen={chosen} summary={summary} />
        <ImportBar counts={summary} toCome={null} preview />
        <Overlooked columns={overlookedColumns(chosen, summary)} />
        <div className={styles.go}>
          <Button weight="main" onClick={onImport} aria-disabled={rows === 0}>
            {say('imports.act.import')}
          </Button>
          <p>{say(summary.rejected > 0 ? 'imports.import_means_back' : 'imports.import_means')}</p>
        </div>
        <Columns id="imports.unused" columns={summary.unused} />
        <Columns id="imports.absent" columns={summary.absent} />
      </Section>
      {rejects.length > 0 && (
        <Section
          heading={say('imports.would_come_back', {
            rows: summary.rejected,
            figure: figures.count(summary.rejected),
          })}
        >
          <RejectTable rejects={rejects.slice(0, SHOWN_REJECTS)} />
          <p className={tables.more}>
            {say('imports.back.shown', {
              shown: figures.count(Math.min(SHOWN_REJECTS, rejects.length)),
              of: figures.count(summary.rejected),
            })}
          </p>
        </Section>
      )}
      {summary.sample.length > 0 && (
        <Section heading={say('imports.sample')} aside={<ReadShares read={summary.read} />}>
          <SampleTable sample={summary.sample} />
        </Section>
      )}
    </>
  )
}

/**
 * Where a file has some of our own columns it is read without a profile; columns of other names are then left unread,
 * though the proposal makes something of them.
 */
export function overlookedColumns({ proposal }: Chosen, summary: ImportSummary): readonly string[] {
  if (summary.profileVersion !== null) return []
  return summary.unused.filter((column) => !proposal.unused.includes(column))
}

function Overlooked({ columns }: { readonly columns: readonly string[] }) {
  const { say } = useLanguage()
  if (columns.length === 0) return null
  return (
    <div className={styles.overlooked}>
      <Note heading={say('imports.overlooked')}>
        <Sentence id="imports.overlooked_how" nodes={{ columns: <Headings>{columns}</Headings> }} />
      </Note>
    </div>
  )
}

function FileFacts({ chosen, summary }: Pick<PreviewProps, 'chosen' | 'summary'>) {
  const { say, figures } = useLanguage()
  const { form } = chosen.proposal
  const profile = summary.profileVersion === null ? null : chosen.saved
  const facts: (readonly [string, ReactNode])[] = [
    // The form above may say another file by now.
    [say('imports.file'), <bdi key="file">{chosen.file.name}</bdi>],
    [say('imports.source'), <bdi key="source">{chosen.source}</bdi>],
    [say('imports.rows'), figures.count(summary.rows)],
    ...(form.kind === 'csv'
      ? ([
          [say('imports.encoding'), <Identifier key="encoding">{encodingName(form.encoding)}</Identifier>],
          [say('imports.delimiter'), say(`imports.delimiter.${DELIMITER_NAMES[form.delimiter]}`)],
        ] as const)
      : ([[say('imports.sheet'), <bdi key="sheet">{form.sheet}</bdi>]] as const)),
    [say('imports.dates'), say(`imports.dates.${profile?.profile.dates ?? 'not_said'}`)],
    [
      say('imports.profile'),
      summary.profileVersion === null
        ? say('imports.profile_none')
        : say('imports.profile_version', { version: figures.count(summary.profileVersion) }),
    ],
  ]
  return <Plate facts={facts} />
}

/** Headings in a row. */
function Headings({ children }: { readonly children: readonly string[] }) {
  return (
    <Facts>
      {children.map((column) => (
        <Identifier key={column} mono>
          {column}
        </Identifier>
      ))}
    </Facts>
  )
}

function Columns({ id, columns }: { readonly id: string; readonly columns: readonly string[] }) {
  if (columns.length === 0) return null
  return (
    <p className={tables.more}>
      <Sentence id={id} nodes={{ columns: <Headings>{columns}</Headings> }} />
    </p>
  )
}

/** How much of what is stated the tables read, by field. */
function ReadShares({ read }: Pick<ImportSummary, 'read'>) {
  const { say, figures } = useLanguage()
  const shares = READ.flatMap((field) => {
    const share = read[field]
    if (!share || share.stated === 0) return []
    const percent = Math.floor((share.read / share.stated) * 100)
    const figure = say('imports.percent', { figure: figures.count(percent) })
    return [say('imports.read_share', { field: say(`imports.field.${field}`), figure })]
  })
  if (shares.length === 0) return null
  return <Sentence id="imports.read" nodes={{ shares: <Facts>{shares}</Facts> }} />
}
