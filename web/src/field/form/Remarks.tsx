import type { RecoverySaved } from '@proofmark/contract/schemas/recovery-answers'
import { Identifier } from '../../common/Identifier.tsx'
import { Sentence } from '../../common/Sentence.tsx'
import { useLanguage } from '../../frame/language.tsx'
import styles from '../Field.module.css'

/** What somebody should look at in what the server took: a seal on two items, a paper form typed twice. Nothing was refused for it. */
export function Remarks({ remarks }: { readonly remarks: RecoverySaved['remarks'] }) {
  const { say } = useLanguage()
  if (remarks.length === 0) return null
  return (
    <section aria-label={say('field.remarks')}>
      <h3>{say('field.remarks')}</h3>
      <ul className={styles.missing}>
        {remarks.map(({ kind, value, exhibit, recovery }) => (
          <li key={`${kind} ${exhibit ?? recovery ?? ''} ${value}`} data-remark={kind}>
            <p>
              <Sentence
                id={`field.remark.${kind}`}
                nodes={{ value: <bdi>{value}</bdi>, recovery: <Identifier mono>{recovery ?? ''}</Identifier> }}
              />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
