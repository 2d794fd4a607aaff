import { LEGAL_BASES } from '@proofmark/contract/purposes'
import { Section } from '../../common/Section.tsx'
import { TextField } from '../../common/TextField.tsx'
import { useLanguage } from '../../frame/language.tsx'
import { ContactFields } from './ContactFields.tsx'
import styles from './Form.module.css'
import { Choice, LongText } from './fields.tsx'
import type { PartProps } from './part.ts'

/** Who asks, under which reference and on which law. */
export function AskerPart({ draft, change }: PartProps) {
  const { say } = useLanguage()
  return (
    <Section heading={say('traces.form.asker')}>
      <div className={styles.fields}>
        <TextField
          name="reference"
          label={say('common.reference')}
          value={draft.reference}
          most={120}
          onChange={(reference) => change({ reference })}
        />
        <Choice
          name="legalBasis"
          label={say('traces.form.legal_basis')}
          words={LEGAL_BASES}
          wordOf={(basis) => say(`word.basis.${basis}`)}
          value={draft.legalBasis}
          onChange={(legalBasis) => change({ legalBasis })}
        />
      </div>
      <ContactFields name="asker" contact={draft.asker} onChange={(asker) => change({ asker })} />
      <div className={styles.fields}>
        <div className={styles.wide}>
          <LongText
            name="related"
            label={say('traces.form.related')}
            hint={say('traces.form.one_a_line')}
            value={draft.related}
            most={4_800}
            onChange={(related) => change({ related })}
          />
        </div>
      </div>
    </Section>
  )
}
