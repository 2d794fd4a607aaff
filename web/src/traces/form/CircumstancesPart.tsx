import { ILLICIT_GROUNDS, RECOVERY_KINDS } from '@proofmark/contract/trace-words'
import { Section } from '../../common/Section.tsx'
import { TextField } from '../../common/TextField.tsx'
import { useLanguage } from '../../frame/language.tsx'
import styles from './Form.module.css'
import { Choice, Country, Day, LongText, Ticks } from './fields.tsx'
import type { PartProps } from './part.ts'

/** Why it is illicit and how it was recovered (paragraph 17 (a)). */
export function CircumstancesPart({ draft, change }: PartProps) {
  const { say } = useLanguage()
  return (
    <Section heading={say('traces.form.circumstances')} aside={say('traces.form.paragraph', { letter: 'a' })}>
      <div className={styles.fields}>
        <Ticks
          name="illicitGrounds"
          label={say('traces.form.illicit_grounds')}
          words={ILLICIT_GROUNDS}
          chosen={draft.illicitGrounds}
          wordOf={(ground) => say(`word.illicit_ground.${ground}`)}
          onChange={(illicitGrounds) => change({ illicitGrounds })}
        />
        <div className={styles.wide}>
          <LongText
            name="legalJustification"
            label={say('traces.form.legal_justification')}
            hint={say('traces.form.legal_justification_hint')}
            value={draft.legalJustification}
            most={4_000}
            onChange={(legalJustification) => change({ legalJustification })}
          />
        </div>
        <Choice
          name="recovery"
          label={say('traces.form.recovery')}
          words={RECOVERY_KINDS}
          wordOf={(kind) => say(`traces.form.recovery.${kind}`)}
          value={draft.recovery}
          onChange={(recovery) => change({ recovery })}
        />
        <Day name="from" label={say('traces.form.from')} value={draft.from} onChange={(from) => change({ from })} />
        <Day
          name="to"
          label={say('traces.form.to')}
          hint={say('traces.form.to_hint')}
          value={draft.to}
          onChange={(to) => change({ to })}
        />
        <Country
          name="recoveryCountry"
          label={say('traces.form.recovery_country')}
          value={draft.recoveryCountry}
          onChange={(recoveryCountry) => change({ recoveryCountry })}
        />
        <TextField
          name="place"
          label={say('traces.form.place')}
          value={draft.place}
          most={200}
          onChange={(place) => change({ place })}
        />
        <div className={styles.wide}>
          <LongText
            name="summary"
            label={say('traces.form.summary')}
            hint={say('traces.form.summary_hint')}
            value={draft.summary}
            most={4_000}
            onChange={(summary) => change({ summary })}
          />
        </div>
      </div>
    </Section>
  )
}
