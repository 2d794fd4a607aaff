import type { OwnSignIn } from '@proofmark/contract/schemas/sign-in'
import { Facts } from '../common/Facts.tsx'
import { Sentence } from '../common/Sentence.tsx'
import { useLanguage } from '../frame/language.tsx'
import { ConfirmationCode } from './ConfirmationCode.tsx'
import styles from './MePage.module.css'

/** The roles that wait for a second person, and the code that this person needs to hear. */
export function WaitingRoles({ own }: { readonly own: Pick<OwnSignIn, 'waitingRoles' | 'confirmationCode'> }) {
  const { say } = useLanguage()
  const roles = <Facts>{own.waitingRoles.map((role) => say(`word.role.${role}`))}</Facts>
  return (
    <div className={styles.form}>
      <p>
        <Sentence id="set_up.roles" parameters={{ count: own.waitingRoles.length }} nodes={{ roles }} />
      </p>
      {own.confirmationCode !== null && (
        <>
          <p>{say('set_up.code')}</p>
          <ConfirmationCode code={own.confirmationCode} />
          <p className={styles.more}>{say('set_up.code_how')}</p>
        </>
      )}
    </div>
  )
}
