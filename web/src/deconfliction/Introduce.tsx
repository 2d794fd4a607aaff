import { type FormEvent, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { TextField } from '../common/TextField.tsx'
import { useDoing } from '../common/useDoing.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import styles from './Deconfliction.module.css'
import { GROUNDS } from './grounds.ts'

interface IntroduceProps {
  readonly handle: string
  /** Nobody was to be brought together, and may be after all. */
  readonly declined: boolean
  readonly onSaid: () => void
}

/** What the officer may say: `introduce`, with who consented, or `decline`, with why. */
type Saying = 'introduce' | 'decline'

/**
 * Gives each side the other's contact, once somebody consented, which nothing undoes; or says why nobody is brought together, so
 * that it waits no more.
 */
export function Introduce({ handle, declined, onSaid }: IntroduceProps) {
  const { say } = useLanguage()
  const [saying, setSaying] = useState<Saying | null>(null)
  if (saying !== null)
    return <SayForm key={saying} handle={handle} saying={saying} onSaid={onSaid} onLeave={() => setSaying(null)} />
  return (
    <span className={styles.buttons}>
      <Button
        weight={declined ? 'word' : 'outlined'}
        aria-label={say('deconfliction.page.introduce_of', { handle })}
        onClick={() => setSaying('introduce')}
      >
        {say(declined ? 'deconfliction.page.introduce_still' : 'deconfliction.page.introduce')}
      </Button>
      {!declined && (
        <Button
          weight="word"
          aria-label={say('deconfliction.page.decline_of', { handle })}
          onClick={() => setSaying('decline')}
        >
          {say('deconfliction.page.decline')}
        </Button>
      )}
    </span>
  )
}

interface SayFormProps {
  readonly handle: string
  readonly saying: Saying
  readonly onSaid: () => void
  readonly onLeave: () => void
}

function SayForm({ handle, saying, onSaid, onLeave }: SayFormProps) {
  const { say } = useLanguage()
  const doing = useDoing()
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const asked = saying === 'introduce' ? 'consent' : 'reason'
  const send = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const said = text.trim()
    if (said === '') return
    doing.act(async () => {
      if (saying === 'introduce') await api('deconflictionIntroduce', { handle, consent: said, grounds: GROUNDS })
      else await api('deconflictionDecline', { handle, reason: said, grounds: GROUNDS })
      onSaid()
    })
  }
  return (
    <form className={styles.form} noValidate onSubmit={send}>
      <TextField
        name={asked}
        label={say(`deconfliction.page.${asked}`)}
        hint={say(`deconfliction.page.${saying}_how`)}
        value={text}
        most={200}
        error={
          tried && text.trim() === '' ? { reason: say(`deconfliction.page.${asked}_missing`), accepted: '' } : null
        }
        onChange={setText}
      />
      {doing.error && <Failed error={doing.error} onAgain={doing.again} />}
      <p className={styles.buttons}>
        <Button type="submit" weight="main" aria-disabled={doing.busy}>
          {say(`deconfliction.page.${saying}`)}
        </Button>
        <Button weight="word" onClick={onLeave}>
          {say('deconfliction.page.leave')}
        </Button>
      </p>
    </form>
  )
}
