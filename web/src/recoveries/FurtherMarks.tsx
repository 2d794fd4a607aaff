import type { RecoveryExhibit } from '@proofmark/contract/schemas/recovery'
import { Facts } from '../common/Facts.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './Recoveries.module.css'

/** The numbers and marks beside the serial, each as it stands, where it stands and in what state. */
export function FurtherMarks({ item }: { readonly item: RecoveryExhibit }) {
  const { say } = useLanguage()
  return item.marks.map(({ field, kind, part, place, stated, state }, at) => (
    <span key={field ?? `mark ${at}`} className={styles.quiet}>
      <Facts>
        {[
          say(`field.mark_kind.${kind}`),
          stated && (
            <Identifier key="stated" mono>
              {stated}
            </Identifier>
          ),
          part === 'unknown' ? null : say(`word.part.${part}`),
          place,
          state && say(`word.mark_state.${state}`),
        ].map((fact) => fact || null)}
      </Facts>
    </span>
  ))
}
