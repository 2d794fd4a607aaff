import type { MarkCharacter } from '@proofmark/domain/marking'
import { inGroups } from '../common/digits.ts'
import { numbered } from '../common/numbered.ts'
import { useLanguage } from '../frame/language.tsx'
import { Character } from '../mark/Character.tsx'
import styles from './ConfirmationCode.module.css'

const cell = (digit: string): MarkCharacter => ({ state: 'clear', alternatives: [digit], run: false })

/** The code that is read out to whoever confirms roles: in cells, in two groups, spoken digit by digit. */
export function ConfirmationCode({ code }: { readonly code: string }) {
  const { say } = useLanguage()
  const groups = inGroups(code)
  const spoken = groups.map((group) => [...group].join(' ')).join(', ')
  return (
    <bdi dir="ltr" role="img" aria-label={say('set_up.code_spoken', { code: spoken })} className={styles.code}>
      {numbered(groups).map(({ place, value }) => (
        <span key={place} className={styles.group}>
          {numbered([...value]).map((digit) => (
            <Character key={digit.place} character={cell(digit.value)} />
          ))}
        </span>
      ))}
    </bdi>
  )
}
