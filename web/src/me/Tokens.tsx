import type { Answer } from '@proofmark/contract/client'
import { useState } from 'react'
import { Section } from '../common/Section.tsx'
import { ShownOnce } from '../common/ShownOnce.tsx'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import styles from './MePage.module.css'
import { OwnRow } from './OwnRow.tsx'
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
        {own.tokens.map(({ id, name, issuedAt, expiresAt, lastUsedAt }) => (
          <OwnRow
            key={id}
            name={name}
            facts={[
              say('me.token_issued', { moment: figures.moment(issuedAt) }),
              say('me.token_expires', { moment: figures.moment(expiresAt) }),
              lastUsedAt === null ? say('me.never_used') : say('me.last_used', { moment: figures.moment(lastUsedAt) }),
            ]}
            word={say('me.revoke')}
            label={say('me.revoke_token', { name })}
            told={say('me.token_revoke_told')}
            take={() => api('tokenRevoke', { id })}
            onChanged={onChanged}
          />
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
