import { TEXT_SHOWN_BYTES } from '@proofmark/contract/case-desk-words'
import type { DocumentShown } from '@proofmark/contract/schemas/case-document'
import { useEffect, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { useDoing } from '../common/useDoing.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import styles from './Cases.module.css'
import { GROUNDS } from './grounds.ts'

interface ViewProps {
  readonly document: DocumentShown
}

type Seen = { readonly picture: string } | { readonly text: string }

/** Looks at a document where it stands in the list: a picture drawn anew by the server, or the beginning of a text. */
export function View({ document: { document, name, bytes, view } }: ViewProps) {
  const { say } = useLanguage()
  const doing = useDoing()
  const [seen, setSeen] = useState<Seen | null>(null)
  useEffect(() => {
    if (seen && 'picture' in seen) return () => URL.revokeObjectURL(seen.picture)
    return undefined
  }, [seen])
  const look = () =>
    doing.act(async () => {
      const file = await api('documentView', { grounds: GROUNDS }, { document })
      setSeen(view === 'text' ? { text: await file.text() } : { picture: URL.createObjectURL(file) })
    })
  return (
    <div className={styles.view} aria-busy={doing.busy}>
      <Button
        weight="word"
        aria-label={`${say(seen ? 'cases.close_view' : 'cases.view')}: ${name}`}
        aria-expanded={seen !== null}
        onClick={() => (seen ? setSeen(null) : look())}
      >
        {say(seen ? 'cases.close_view' : 'cases.view')}
      </Button>
      {doing.error && <Failed error={doing.error} onAgain={doing.again} />}
      {seen && 'picture' in seen && (
        <figure>
          <img src={seen.picture} alt={name} />
          <figcaption className={styles.under}>{say('cases.view_picture')}</figcaption>
        </figure>
      )}
      {seen && 'text' in seen && (
        <figure>
          <textarea readOnly rows={16} dir="auto" aria-label={name} value={seen.text} />
          {bytes > TEXT_SHOWN_BYTES && <figcaption className={styles.under}>{say('cases.view_beginning')}</figcaption>}
        </figure>
      )}
    </div>
  )
}

/** Why a document is not looked at here, though nothing speaks against taking it. */
export function NotShown({ document: { mediaType } }: ViewProps) {
  const { say } = useLanguage()
  return <p className={styles.quiet}>{say(mediaType === 'application/pdf' ? 'cases.view_no_pdf' : 'cases.view_not')}</p>
}
