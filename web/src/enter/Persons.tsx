import { PERSON_ROLES, type PersonRole } from '@proofmark/contract/profile-fields'
import { Button } from '../common/Button.tsx'
import { directionOf } from '../common/direction.ts'
import { Field } from '../common/Field.tsx'
import { Section } from '../common/Section.tsx'
import { useLanguage } from '../frame/language.tsx'
import type { PersonDraft } from './draft.ts'
import styles from './EnterForm.module.css'
import type { EntryDesk, EntryState } from './entry-desk.ts'

const MOST = 20

/** Persons, apart from the item: each in one role, kept where they can lawfully be erased. */
export function Persons({ desk, state }: { readonly desk: EntryDesk; readonly state: EntryState }) {
  const { say } = useLanguage()
  const { persons } = state.draft
  const put = (next: readonly PersonDraft[]) => desk.change({ persons: next })
  const change = (place: number, part: Partial<PersonDraft>) =>
    put(persons.map((person) => (person.place === place ? { ...person, ...part } : person)))
  const add = () =>
    put([...persons, { place: Math.max(0, ...persons.map(({ place }) => place)) + 1, role: '', value: '' }])
  const lacks = state.sending.kind === 'lacking' ? state.sending.field : null
  return (
    <Section heading={say('enter.persons')} aside={say('enter.persons_aside')} ruled={false}>
      <ul className={styles.persons}>
        {persons.map(({ place, role, value }, index) => {
          const number = index + 1
          return (
            <li key={place}>
              <Field label={say('enter.person', { number })}>
                {(control) => (
                  <div className={styles.removable}>
                    <input
                      {...control}
                      name={`person ${place}`}
                      dir={directionOf(value)}
                      value={value}
                      maxLength={500}
                      autoComplete="off"
                      spellCheck={false}
                      onChange={(event) => change(place, { value: event.target.value })}
                    />
                    <Button
                      weight="word"
                      aria-label={say('enter.person_remove', { number })}
                      onClick={() => put(persons.filter((person) => person.place !== place))}
                    >
                      {say('enter.remove')}
                    </Button>
                  </div>
                )}
              </Field>
              <Field
                label={say('enter.role')}
                error={
                  lacks === `role ${place}` && role === ''
                    ? { reason: say('enter.role_missing'), accepted: say('enter.role_accepted') }
                    : null
                }
              >
                {(control) => (
                  <select
                    {...control}
                    aria-label={say('enter.person_role', { number })}
                    name={`role ${place}`}
                    value={role}
                    onChange={(event) => change(place, { role: event.target.value as PersonRole | '' })}
                  >
                    <option value="">{say('common.choose')}</option>
                    {PERSON_ROLES.map((code) => (
                      <option key={code} value={code}>
                        {say(`word.person_role.${code}`)}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
            </li>
          )
        })}
      </ul>
      {persons.length < MOST && <Button onClick={add}>{say('enter.person_add')}</Button>}
    </Section>
  )
}
