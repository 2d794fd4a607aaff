import type { RecoveryForm } from '@proofmark/contract/schemas/recovery'
import type { ExhibitAnswer, RecoveryKnown } from '@proofmark/contract/schemas/recovery-answers'
import { Identifier } from '../../common/Identifier.tsx'
import { Sentence } from '../../common/Sentence.tsx'
import { useLanguage } from '../../frame/language.tsx'
import styles from '../Field.module.css'
import { ItemLine } from './ItemLine.tsx'

interface AnswersProps {
  readonly form: Pick<RecoveryForm, 'exhibits'>
  readonly answers: readonly ExhibitAnswer[]
}

/** What others know of each item, in the fewest words: stolen from, wanted by, ask there under this handle, nothing known. */
export function Answers({ form, answers }: AnswersProps) {
  const { say } = useLanguage()
  return (
    <section className={styles.answers} aria-label={say('field.answers')}>
      <h3>{say('field.answers')}</h3>
      <ul>
        {answers.map(({ exhibit, known, asked }) => {
          const item = form.exhibits.find((each) => each.exhibit === exhibit)
          return (
            <li key={exhibit} data-answer={exhibit}>
              {item && (
                <p>
                  <ItemLine item={item} />
                </p>
              )}
              {known.length === 0 && <p className={styles.quiet}>{say(`field.nothing_known.${asked}`)}</p>}
              {known.map((each) => (
                <KnownLine
                  key={`${each.kind} ${each.agency} ${each.handle ?? each.record ?? each.source}`}
                  known={each}
                />
              ))}
              {known.length > 0 && asked !== 'everywhere' && (
                <p className={styles.quiet}>{say(`field.asked.${asked}`)}</p>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

const GRAVE = new Set<RecoveryKnown['kind']>(['stolen', 'lost', 'wanted', 'destroyed', 'recovered_before'])

function KnownLine({ known }: { readonly known: RecoveryKnown }) {
  const { figures } = useLanguage()
  const { kind, agency, source, handle, contact, surely, likely } = known
  // An answer that the device kept from before it was said how surely is told as what may be.
  const open = kind !== 'pointer' && surely !== 'is'
  return (
    <p data-known={kind} data-surely={surely} className={!open && GRAVE.has(kind) ? styles.known : styles.knownPlain}>
      <Sentence
        id={handle ? 'field.known.ask' : `field.${open ? 'may_be' : 'known'}.${kind}`}
        nodes={{
          agency: <bdi>{agency}</bdi>,
          ...(handle ? { handle: <Identifier mono>{handle}</Identifier> } : {}),
        }}
      />{' '}
      {open && likely != null && <span className={styles.quiet}>{figures.probability(likely)}</span>}{' '}
      {source && <bdi className={styles.quiet}>{source}</bdi>}
      {contact && <bdi className={styles.quiet}>{contact}</bdi>}
    </p>
  )
}
