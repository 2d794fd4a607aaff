import type { Answer } from '@proofmark/contract/client'
import type { OwnSignIn } from '@proofmark/contract/schemas/sign-in'
import { useState } from 'react'
import { Facts } from '../common/Facts.tsx'
import { Failed } from '../common/Failed.tsx'
import { SecondStep } from '../common/SecondStep.tsx'
import { Section } from '../common/Section.tsx'
import { ShownOnce } from '../common/ShownOnce.tsx'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { useOwnDoing } from './again.ts'
import styles from './MePage.module.css'
import type { OwnSectionProps } from './Passkeys.tsx'
import { TokenForm } from './TokenForm.tsx'

interface TokensProps extends OwnSectionProps {
  readonly onIssued: () => void
}

/** The tokens as which the shell acts for the reader, and a new one, which is shown once. */
export function Tokens({ own, onChanged, onIssued }: TokensProps) {
  const { say, figures } = useLanguage()
  const [issued, setIssued] = useState<Answer<'tokenIssue'> | null>(null)
  return (
    <Section heading={say('me.tokens', { count: own.tokens.length, figure: figures.count(own.tokens.length) })}>
      <p className={styles.more}>{say('me.tokens_how')}</p>
      <ul className={styles.list}>
        {own.tokens.map((token) => (
          <li key={token.id}>
            <Token token={token} onChanged={onChanged} />
          </li>
        ))}
      </ul>
      {issued && (
        <ShownOnce
          heading={say('me.token_once')}
          told={say('me.token_once_how', { moment: figures.moment(issued.expiresAt) })}
          secret={`PROOFMARK_TOKEN=${issued.token}`}
          onSeen={() => setIssued(null)}
        />
      )}
      {!issued && own.enrolled && (
        <TokenForm
          onIssued={(token) => {
            setIssued(token)
            onIssued()
          }}
        />
      )}
      {!own.enrolled && <p className={styles.more}>{say('me.token_enrolment')}</p>}
    </Section>
  )
}

interface TokenProps {
  readonly token: OwnSignIn['tokens'][number]
  readonly onChanged: (own: OwnSignIn) => void
}

function Token({ token, onChanged }: TokenProps) {
  const { say, figures } = useLanguage()
  const { busy, error, act, again } = useOwnDoing()
  const { id, name, issuedAt, expiresAt, lastUsedAt } = token
  return (
    <div className={styles.row}>
      <p>
        <bdi>{name}</bdi>
      </p>
      <p className={styles.more}>
        <Facts>
          {[
            say('me.token_issued', { moment: figures.moment(issuedAt) }),
            say('me.token_expires', { moment: figures.moment(expiresAt) }),
            lastUsedAt === null ? say('me.never_used') : say('me.last_used', { moment: figures.moment(lastUsedAt) }),
          ]}
        </Facts>
      </p>
      <SecondStep
        word={say('me.revoke')}
        label={say('me.revoke_token', { name })}
        told={say('me.token_revoke_told')}
        act={say('me.revoke')}
        busy={busy}
        onAct={() => act(async () => onChanged(await api('tokenRevoke', { id })))}
      />
      {error && <Failed error={error} onAgain={again} kept={false} />}
    </div>
  )
}
