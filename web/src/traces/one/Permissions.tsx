import type { TraceShown } from '@proofmark/contract/schemas/trace-shown'
import { Facts } from '../../common/Facts.tsx'
import { Identifier } from '../../common/Identifier.tsx'
import { numbered } from '../../common/numbered.ts'
import { useLanguage } from '../../frame/language.tsx'
import styles from './TracePage.module.css'

interface PermissionsProps {
  readonly permissions: TraceShown['permissions']
  /** The request or the reply, as it calls itself. */
  readonly message: string
}

/** What was noted of an originator's permission for one message, the last first. */
export function Permissions({ permissions, message }: PermissionsProps) {
  const { say, figures } = useLanguage()
  const noted = permissions.filter((each) => each.message === message)
  if (noted.length === 0) return null
  return (
    <ul className={styles.list}>
      {numbered(noted)
        .reverse()
        .map(({ place, value }) => (
          <li key={place}>
            <span className={styles.what}>
              {say(value.permitted ? 'traces.page.permission_yes' : 'traces.page.permission_no', {
                audience: say(`word.permitted_audience.${value.audience}`),
              })}
            </span>
            <span>
              <Facts>
                {[
                  value.givenBy,
                  figures.day(`${value.givenOn}T12:00:00Z`),
                  value.until && say('traces.page.permission_until', { day: figures.day(`${value.until}T12:00:00Z`) }),
                  <Identifier key="reference" mono>
                    {value.reference}
                  </Identifier>,
                ]}
              </Facts>
            </span>
            <span className={styles.by}>
              <Facts>{[value.notedBy, figures.moment(value.notedAt)]}</Facts>
            </span>
          </li>
        ))}
    </ul>
  )
}
