import type { AnswerError } from '@proofmark/contract/client'
import type { PackShown, PackSummary } from '@proofmark/contract/schemas/vocabulary-pack'
import { Bars } from '../../common/Bars.tsx'
import { Button } from '../../common/Button.tsx'
import { Facts } from '../../common/Facts.tsx'
import { Failed } from '../../common/Failed.tsx'
import { Section } from '../../common/Section.tsx'
import states from '../../common/State.module.css'
import tables from '../../common/Table.module.css'
import { useDoing } from '../../common/useDoing.ts'
import { api } from '../../frame/api.ts'
import { useLanguage } from '../../frame/language.tsx'
import styles from './PacksPage.module.css'

interface PackTableProps {
  /** Null until they are here. */
  readonly packs: readonly PackSummary[] | null
  readonly error: AnswerError | null
  readonly onAgain: () => void
  readonly onOpen: (pack: PackShown) => void
}

/** The packs that the agency took in: whose they are, under which licence, and how many of their decisions count. */
export function PackTable({ packs, error, onAgain, onOpen }: PackTableProps) {
  const { say, figures } = useLanguage()
  const opening = useDoing()
  const open = (pack: string) => opening.act(async () => onOpen(await api('packShow', { pack })))
  return (
    <Section heading={say('vocabulary.packs_in')} busy={!packs && !error}>
      {!packs && !error && <Bars id="vocabulary.packs_asking" />}
      {error && <Failed error={error} onAgain={onAgain} kept={false} />}
      {opening.error && <Failed error={opening.error} onAgain={opening.again} kept={false} />}
      {packs?.length === 0 && (
        <div className={states.state}>
          <p>{say('vocabulary.packs_none')}</p>
        </div>
      )}
      {packs && packs.length > 0 && (
        <table className={tables.table}>
          <thead>
            <tr>
              {(['name', 'from', 'rows', 'standing'] as const).map((column) => (
                <th
                  key={column}
                  scope="col"
                  className={column === 'rows' || column === 'standing' ? tables.number : undefined}
                >
                  {say(`vocabulary.pack_column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {packs.map((pack) => (
              <tr key={pack.pack}>
                <th scope="row">
                  <Button
                    weight="word"
                    disabled={opening.busy}
                    aria-label={say('vocabulary.pack_open', { name: pack.name })}
                    onClick={() => open(pack.pack)}
                  >
                    <bdi>{pack.name}</bdi>
                  </Button>
                  <span className={styles.of}>
                    <Facts>
                      {[
                        say('vocabulary.pack_made', { day: figures.day(pack.madeOn) }),
                        pack.licence,
                        pack.takenBackBy && say('vocabulary.pack_taken_back', { by: pack.takenBackBy }),
                      ]}
                    </Facts>
                  </span>
                </th>
                <td data-label={say('vocabulary.pack_column.from')}>
                  <bdi>{pack.keeper}</bdi>
                  {pack.provenance !== '' && (
                    <span className={styles.of}>
                      <bdi>{pack.provenance}</bdi>
                    </span>
                  )}
                </td>
                <td data-label={say('vocabulary.pack_column.rows')} className={tables.number}>
                  {figures.count(pack.rows)}
                </td>
                <td data-label={say('vocabulary.pack_column.standing')} className={tables.number}>
                  {figures.count(pack.standing)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}
