import type { AnswerError } from '@proofmark/contract/client'
import type { Session } from '@proofmark/contract/schemas/session'
import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Button } from '../common/Button.tsx'
import { Field } from '../common/Field.tsx'
import { Note } from '../common/Note.tsx'
import { Section } from '../common/Section.tsx'
import { goTo } from '../frame/address.ts'
import { answerError, api, sentenceOf } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import styles from './SignInPage.module.css'
import { tokenIn } from './token.ts'

interface SignInPageProps {
  readonly token: string | null
  readonly onOpened: (session: Session) => void
}

/**
 * Opens a session with the token of a sign-in link. The token leaves the address at once, so that it stays neither in
 * the history nor on a screenshot. Without one, the page says how to come by a link and takes a pasted one.
 */
export default function SignInPage({ token, onOpened }: SignInPageProps) {
  const { say } = useLanguage()
  const [error, setError] = useState<AnswerError | null>(null)
  const [asking, setAsking] = useState(token !== null)
  const [pasted, setPasted] = useState('')
  const [unreadable, setUnreadable] = useState(false)
  const used = useRef<string | null>(null)

  const open = useCallback(
    async (one: string) => {
      setAsking(true)
      setError(null)
      try {
        onOpened(await api('sessionOpen', { token: one }))
      } catch (thrown) {
        setError(answerError(thrown))
        setAsking(false)
      }
    },
    [onOpened],
  )

  // A link may work once only: React's second effect and a reload must not spend it again.
  useEffect(() => {
    if (token === null || used.current === token) return
    used.current = token
    goTo('/sign-in', 'replace')
    void open(token)
  }, [token, open])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const one = tokenIn(pasted)
    setUnreadable(one === null)
    if (one) void open(one)
  }

  return (
    <div className={styles.page}>
      <Section heading={say('sign_in.heading')} ruled={false}>
        {asking ? (
          <Bars id="sign_in.asking" />
        ) : (
          <form className={styles.form} noValidate onSubmit={submit}>
            {error && (
              <Note tone="departure" role="alert" heading={sentenceOf(say, error)}>
                {say('sign_in.refused_how')}
              </Note>
            )}
            <p>{say('sign_in.how')}</p>
            <Field
              label={say('sign_in.link')}
              error={unreadable ? { reason: say('sign_in.unreadable'), accepted: say('sign_in.accepted') } : null}
            >
              {(control) => (
                <input
                  {...control}
                  name="link"
                  dir="ltr"
                  value={pasted}
                  maxLength={2000}
                  autoComplete="off"
                  spellCheck={false}
                  onChange={(event) => setPasted(event.target.value)}
                />
              )}
            </Field>
            <Button weight="main" type="submit">
              {say('sign_in.open')}
            </Button>
            <p className={styles.logged}>{say('sign_in.logged')}</p>
          </form>
        )}
      </Section>
    </div>
  )
}
