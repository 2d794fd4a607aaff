import type { OwnSignIn } from '@proofmark/contract/schemas/sign-in'
import { useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { SecondStep } from '../common/SecondStep.tsx'
import { Section } from '../common/Section.tsx'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { useOwnDoing } from './again.ts'
import { FactorForm } from './FactorForm.tsx'
import styles from './MePage.module.css'
import type { OwnSectionProps } from './Passkeys.tsx'
import { PasswordForm } from './PasswordForm.tsx'

/** Password and authenticator app, which open an account only together. */
export function Password({ own, onChanged }: OwnSectionProps) {
  const { say, figures } = useLanguage()
  const { busy, error, act, again } = useOwnDoing()
  const [open, setOpen] = useState<'password' | 'factor' | null>(null)
  const { password, secondFactor } = own
  const changed = (now: OwnSignIn) => {
    // A password without a second factor opens nothing: the factor follows.
    setOpen(now.secondFactor === null ? 'factor' : null)
    onChanged(now)
  }
  return (
    <Section heading={say('me.password')}>
      <div className={styles.form}>
        <p>
          {password ? say('me.password_since', { moment: figures.moment(password.setAt) }) : say('me.password_none')}{' '}
          {secondFactor && say('me.factor_since', { moment: figures.moment(secondFactor.setAt) })}
          {password && !secondFactor && say('me.factor_none')}
        </p>
        <p className={styles.buttons}>
          <Button weight="word" aria-expanded={open === 'password'} onClick={() => setOpen(toggled(open, 'password'))}>
            {say(password ? 'me.password_change' : 'me.password_set')}
          </Button>
          {password && (
            <Button weight="word" aria-expanded={open === 'factor'} onClick={() => setOpen(toggled(open, 'factor'))}>
              {say(secondFactor ? 'me.factor_change' : 'me.factor_add')}
            </Button>
          )}
        </p>
        {password && (
          <SecondStep
            word={say('me.password_remove')}
            told={say('me.password_remove_told')}
            act={say('me.remove')}
            busy={busy}
            onAct={() => act(async () => onChanged(await api('passwordRemove', {})))}
          />
        )}
        {error && <Failed error={error} onAgain={again} kept={false} />}
        {open === 'password' && <PasswordForm account={own.account} onSet={changed} />}
        {open === 'factor' && <FactorForm onSet={changed} />}
      </div>
    </Section>
  )
}

function toggled<Part>(open: Part | null, part: Part): Part | null {
  return open === part ? null : part
}
