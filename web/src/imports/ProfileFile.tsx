import { PROFILE_LIMIT } from '@proofmark/contract/profile-fields'
import type { Profile } from '@proofmark/contract/schemas/profile'
import { useRef, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Note } from '../common/Note.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './MappingSection.module.css'

interface ProfileFileProps {
  readonly source: string
  readonly profile: Profile
  /** Takes a profile out of a file; what it holds is for the server to judge. */
  readonly onTaken: (profile: Profile) => void
}

/** A profile goes out as a file, to be kept or handed to another installation, and comes in from one. */
export function ProfileFile({ source, profile, onTaken }: ProfileFileProps) {
  const { say } = useLanguage()
  const input = useRef<HTMLInputElement>(null)
  const [unread, setUnread] = useState<string | null>(null)
  const download = () => {
    const address = URL.createObjectURL(
      new Blob([`${JSON.stringify(profile, null, 2)}\n`], { type: 'application/json' }),
    )
    const link = document.createElement('a')
    link.href = address
    link.download = `${source.replace(/[^\p{L}\p{N}]+/gu, '-')}.profile.json`
    link.click()
    URL.revokeObjectURL(address)
  }
  const take = async (file: File) => {
    const said = file.size > 4 * PROFILE_LIMIT ? null : parsed(await file.text())
    setUnread(said === null ? file.name : null)
    if (said !== null) onTaken(said)
  }
  return (
    <>
      <p className={styles.files}>
        <Button weight="word" onClick={download}>
          {say('imports.profile_download')}
        </Button>
        <Button weight="word" onClick={() => input.current?.click()}>
          {say('imports.profile_from_file')}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".json,application/json"
          name="profile"
          aria-label={say('imports.profile_from_file')}
          onChange={({ target }) => {
            const file = target.files?.[0]
            if (file) void take(file)
            target.value = ''
          }}
        />
      </p>
      {unread !== null && (
        <Note heading={say('imports.profile_unread', { file: unread })} tone="departure" role="alert">
          {say('imports.profile_accepted')}
        </Note>
      )}
    </>
  )
}

/** What a text holds as JSON, if an object; the server says what is wrong within. */
function parsed(text: string): Profile | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Profile) : null
  } catch {
    return null
  }
}
