import { ROLES, type Role } from '@proofmark/contract/roles'
import { useLanguage } from '../frame/language.tsx'
import { ofAgencies } from './of-agencies.ts'
import styles from './PeoplePage.module.css'

interface RoleChoiceProps {
  readonly roles: readonly Role[]
  /** Will the person work for none? Then some roles are closed to them. */
  readonly withoutAgency: boolean
  readonly onChange: (roles: readonly Role[]) => void
}

/** The roles to request, any number of them. */
export function RoleChoice({ roles, withoutAgency, onChange }: RoleChoiceProps) {
  const { say } = useLanguage()
  return (
    <fieldset className={styles.roles}>
      <legend>{say('people.roles')}</legend>
      {ROLES.map((role) => (
        <label key={role}>
          <input
            type="checkbox"
            name={role}
            checked={roles.includes(role)}
            disabled={withoutAgency && ofAgencies(role)}
            onChange={(event) =>
              onChange(event.target.checked ? [...roles, role] : roles.filter((other) => other !== role))
            }
          />
          {say(`word.role.${role}`)}
        </label>
      ))}
      {withoutAgency && <p className={styles.more}>{say('people.roles_without')}</p>}
      <p className={styles.more}>{say('people.roles_how')}</p>
    </fieldset>
  )
}
