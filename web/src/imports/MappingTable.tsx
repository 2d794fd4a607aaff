import {
  EVENT_FIELDS,
  ITEM_FIELDS,
  PERSON_ROLES,
  type PersonRole,
  type ProfileField,
} from '@proofmark/contract/profile-fields'
import type { Profile, ProfileProposal } from '@proofmark/contract/schemas/profile'
import { Identifier } from '../common/Identifier.tsx'
import { numbered } from '../common/numbered.ts'
import tables from '../common/Table.module.css'
import { useLanguage } from '../frame/language.tsx'
import styles from './MappingTable.module.css'
import { keptRules, lackingColumns, type Meaning, meaningOf, withMeaning } from './mapping.ts'
import { Visible } from './Visible.tsx'

interface MappingTableProps {
  readonly profile: Profile
  readonly proposal: ProfileProposal
  readonly onChange: (profile: Profile) => void
}

const choiceOf = (meaning: Meaning): string =>
  meaning.kind === 'field'
    ? `field ${meaning.field}`
    : meaning.kind === 'person'
      ? `person ${meaning.role}`
      : meaning.kind

function meaningIn(value: string): Meaning {
  const [kind, what] = value.split(' ')
  if (kind === 'field') return { kind, field: what as ProfileField }
  if (kind === 'person') return { kind, role: what as PersonRole }
  return { kind: kind === 'key' ? 'key' : 'none' }
}

/** Each column of the file with what stands in its first rows, and which of our fields it states. */
export function MappingTable({ profile, proposal, onChange }: MappingTableProps) {
  const { say } = useLanguage()
  const lacking = lackingColumns(profile, proposal.headings)
  const columns = [
    ...proposal.headings.map((heading) => ({ heading, here: true })),
    ...lacking.map((heading) => ({ heading, here: false })),
  ]
  return (
    <table className={tables.table}>
      <thead>
        <tr>
          <th scope="col">{say('imports.column')}</th>
          <th scope="col">{say('imports.first_rows')}</th>
          <th scope="col">{say('imports.states')}</th>
        </tr>
      </thead>
      <tbody>
        {columns.map(({ heading, here }) => (
          <tr key={`${here} ${heading}`}>
            <th scope="row" data-label={say('imports.column')}>
              <Identifier mono>{heading}</Identifier>
            </th>
            <td data-label={say('imports.first_rows')}>
              {here ? (
                <ul>
                  {numbered(proposal.sample).map(({ place, value: cells }) => (
                    <li key={place}>
                      <Visible>{cells[heading] ?? ''}</Visible>
                    </li>
                  ))}
                </ul>
              ) : (
                <span className={tables.quiet}>{say('imports.not_in_file')}</span>
              )}
            </td>
            <td data-label={say('imports.states')} className={styles.choice}>
              <MeaningSelect
                heading={heading}
                profile={profile}
                onChoose={(meaning) => onChange(withMeaning(profile, heading, meaning))}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface MeaningSelectProps {
  readonly heading: string
  readonly profile: Profile
  readonly onChoose: (meaning: Meaning) => void
}

function MeaningSelect({ heading, profile, onChoose }: MeaningSelectProps) {
  const { say } = useLanguage()
  const kept = new Set<string>(keptRules(profile).map(({ place }) => place))
  const field = (name: ProfileField) => (
    <option key={name} value={`field ${name}`} disabled={kept.has(name)}>
      {say(`imports.field.${name}`)}
    </option>
  )
  return (
    <select
      className={styles.select}
      aria-label={say('imports.states_of', { column: heading })}
      value={choiceOf(meaningOf(profile, heading))}
      onChange={({ target }) => onChoose(meaningIn(target.value))}
    >
      <option value="none">{say('imports.field.none')}</option>
      <option value="key" disabled={kept.has('key')}>
        {say('imports.field.key')}
      </option>
      <optgroup label={say('imports.fields_item')}>{ITEM_FIELDS.map(field)}</optgroup>
      <optgroup label={say('imports.fields_event')}>{EVENT_FIELDS.map(field)}</optgroup>
      <optgroup label={say('imports.fields_person')}>
        {PERSON_ROLES.map((role) => (
          <option key={role} value={`person ${role}`}>
            {say(`word.person_role.${role}`)}
          </option>
        ))}
      </optgroup>
    </select>
  )
}
