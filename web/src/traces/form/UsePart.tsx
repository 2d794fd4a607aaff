import { INTENDED_USES } from '@proofmark/contract/trace-words'
import { Section } from '../../common/Section.tsx'
import { useLanguage } from '../../frame/language.tsx'
import styles from './Form.module.css'
import { LongText, Ticks } from './fields.tsx'
import type { PartProps } from './part.ts'

/** What the answer is to be used for (paragraph 17 (c)). */
export function UsePart({ draft, change }: PartProps) {
  const { say } = useLanguage()
  return (
    <Section heading={say('traces.form.use')} aside={say('traces.form.paragraph', { letter: 'c' })}>
      <div className={styles.fields}>
        <Ticks
          name="intendedUse"
          label={say('traces.form.intended_use')}
          words={INTENDED_USES}
          chosen={draft.intendedUse}
          wordOf={(use) => say(`word.intended_use.${use}`)}
          onChange={(intendedUse) => change({ intendedUse })}
        />
        <div className={styles.wide}>
          <LongText
            name="intendedUseText"
            label={say('traces.form.in_words')}
            value={draft.intendedUseText}
            most={4_000}
            onChange={(intendedUseText) => change({ intendedUseText })}
          />
        </div>
      </div>
    </Section>
  )
}
