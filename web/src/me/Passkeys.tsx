import type { OwnSignIn } from '@proofmark/contract/schemas/sign-in'
import { Facts } from '../common/Facts.tsx'
import { Failed } from '../common/Failed.tsx'
import { SecondStep } from '../common/SecondStep.tsx'
import { Section } from '../common/Section.tsx'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { useOwnDoing } from './again.ts'
import styles from './MePage.module.css'
import { PasskeyForm } from './PasskeyForm.tsx'

export interface OwnSectionProps {
  readonly own: OwnSignIn
  readonly onChanged: (own: OwnSignIn) => void
}

/** The reader's passkeys, and another one. */
export function Passkeys({ own, onChanged }: OwnSectionProps) {
  const { say, figures } = useLanguage()
  return (
    <Section heading={say('me.passkeys', { count: own.passkeys.length, figure: figures.count(own.passkeys.length) })}>
      <ul className={styles.list}>
        {own.passkeys.map((passkey) => (
          <li key={passkey.id}>
            <Passkey passkey={passkey} onChanged={onChanged} />
          </li>
        ))}
      </ul>
      <PasskeyForm onAdded={onChanged} />
    </Section>
  )
}

interface PasskeyProps {
  readonly passkey: OwnSignIn['passkeys'][number]
  readonly onChanged: (own: OwnSignIn) => void
}

function Passkey({ passkey, onChanged }: PasskeyProps) {
  const { say, figures } = useLanguage()
  const { busy, error, act, again } = useOwnDoing()
  const { id, name, addedAt, lastUsedAt, backedUp } = passkey
  return (
    <div className={styles.row}>
      <p>
        <bdi>{name}</bdi>
      </p>
      <p className={styles.more}>
        <Facts>
          {[
            say('me.added', { moment: figures.moment(addedAt) }),
            lastUsedAt === null ? say('me.never_used') : say('me.last_used', { moment: figures.moment(lastUsedAt) }),
            say(backedUp ? 'me.passkey_copied' : 'me.passkey_bound'),
          ]}
        </Facts>
      </p>
      <SecondStep
        word={say('me.remove')}
        label={say('me.remove_passkey', { name })}
        told={say('me.passkey_remove_told')}
        act={say('me.remove')}
        busy={busy}
        onAct={() => act(async () => onChanged(await api('passkeyRemove', { id })))}
      />
      {error && <Failed error={error} onAgain={again} kept={false} />}
    </div>
  )
}
