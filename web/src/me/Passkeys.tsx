import type { OwnSignIn } from '@proofmark/contract/schemas/sign-in'
import { Section } from '../common/Section.tsx'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import styles from './MePage.module.css'
import { OwnRow } from './OwnRow.tsx'
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
        {own.passkeys.map(({ id, name, addedAt, lastUsedAt, backedUp }) => (
          <OwnRow
            key={id}
            name={name}
            facts={[
              say('me.added', { moment: figures.moment(addedAt) }),
              lastUsedAt === null ? say('me.never_used') : say('me.last_used', { moment: figures.moment(lastUsedAt) }),
              say(backedUp ? 'me.passkey_copied' : 'me.passkey_bound'),
            ]}
            word={say('me.remove')}
            label={say('me.remove_passkey', { name })}
            told={say('me.passkey_remove_told')}
            take={() => api('passkeyRemove', { id })}
            onChanged={onChanged}
          />
        ))}
      </ul>
      <PasskeyForm onAdded={onChanged} />
    </Section>
  )
}
