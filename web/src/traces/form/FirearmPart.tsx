import { MARK_STATES, PARTS } from '@proofmark/domain/marking'
import { Section } from '../../common/Section.tsx'
import { TextField } from '../../common/TextField.tsx'
import { useLanguage } from '../../frame/language.tsx'
import { Mark } from '../../mark/Mark.tsx'
import { cellsOf } from '../../mark/typed.ts'
import { whole } from '../draft-parts.ts'
import styles from './Form.module.css'
import { Choice, Country, Latin, LongText } from './fields.tsx'
import type { FormDraft } from './form-draft.ts'
import { MarkRows } from './MarkRows.tsx'
import { Photographs } from './Photographs.tsx'
import type { PartProps } from './part.ts'

const NAMES = ['type', 'action', 'make', 'importer', 'model', 'calibre'] as const
const LONGEST = { type: 120, action: 120, make: 200, importer: 200, model: 200, calibre: 120 }

/** The firearm and its marks (paragraph 17 (b)). */
export function FirearmPart({ draft, change }: PartProps) {
  const { say } = useLanguage()
  const year = (name: 'yearFrom' | 'yearTo' | 'importYear') => {
    const wrong = draft[name].trim() !== '' && whole(draft[name]) === null
    return (
      <Latin
        name={name}
        label={say(`traces.form.${name}`)}
        value={draft[name]}
        most={6}
        digits
        error={wrong ? { reason: say('traces.form.year_unread'), accepted: say('traces.form.year_accepted') } : null}
        onChange={(text) => change({ [name]: text })}
      />
    )
  }
  const country = (name: 'madeIn' | 'importCountry') => (
    <Country
      name={name}
      label={say(`traces.form.${name}`)}
      value={draft[name]}
      onChange={(text) => change({ [name]: text })}
    />
  )
  const cells = draft.serial.trim() === '' ? [] : cellsOf(draft.serial)
  const partWord = (part: FormDraft['serialPart']) => say(`word.part.${part}`)
  return (
    <Section heading={say('traces.form.firearm')} aside={say('traces.form.paragraph', { letter: 'b' })}>
      <div className={styles.fields}>
        <Latin
          name="serial"
          label={say('traces.form.serial')}
          hint={say('traces.form.serial_hint')}
          value={draft.serial}
          most={200}
          onChange={(serial) => change({ serial })}
        />
        <Choice
          name="serialState"
          label={say('traces.form.serial_state')}
          words={MARK_STATES}
          wordOf={(state) => say(`word.mark_state.${state}`)}
          value={draft.serialState}
          onChange={(state) => state !== '' && change({ serialState: state })}
        />
        {cells.length > 0 && (
          <p className={styles.mark}>
            <Mark mark={{ state: draft.serialState, characters: cells }} size="text" />
          </p>
        )}
        <Choice
          name="serialPart"
          label={say('traces.form.serial_part')}
          words={PARTS}
          wordOf={partWord}
          value={draft.serialPart}
          onChange={(part) => part !== '' && change({ serialPart: part })}
        />
        {NAMES.map((name) => (
          <TextField
            key={name}
            name={name}
            label={say(`traces.form.${name}`)}
            hint={name === 'importer' ? say('traces.form.importer_hint') : undefined}
            value={draft[name]}
            most={LONGEST[name]}
            onChange={(text) => change({ [name]: text })}
          />
        ))}
        {country('madeIn')}
        {draft.madeIn.trim() === '' && (
          <TextField
            name="madeInUnknown"
            label={say('traces.form.madeInUnknown')}
            value={draft.madeInUnknown}
            most={500}
            onChange={(madeInUnknown) => change({ madeInUnknown })}
          />
        )}
        {year('yearFrom')}
        {year('yearTo')}
        {country('importCountry')}
        {year('importYear')}
        <div className={styles.wide}>
          <LongText
            name="alterations"
            label={say('traces.form.alterations')}
            hint={say('traces.form.one_a_line')}
            value={draft.alterations}
            most={2_400}
            onChange={(alterations) => change({ alterations })}
          />
        </div>
      </div>
      <MarkRows marks={draft.marks} onChange={(marks) => change({ marks })} />
      <Photographs photographs={draft.photographs} onChange={(photographs) => change({ photographs })} />
    </Section>
  )
}
