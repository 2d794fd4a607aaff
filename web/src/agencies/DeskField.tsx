import { TextField } from '../common/TextField.tsx'
import { useLanguage } from '../frame/language.tsx'

interface DeskFieldProps {
  readonly desk: string
  /** Was it tried to send it? Only then it is said that something is missing. */
  readonly tried: boolean
  readonly onChange: (desk: string) => void
}

/** Whom others turn to at an agency. */
export function DeskField({ desk, tried, onChange }: DeskFieldProps) {
  const { say } = useLanguage()
  const lacks = tried && desk.trim() === ''
  return (
    <TextField
      label={say('agencies.desk')}
      hint={say('agencies.desk_how')}
      error={lacks ? { reason: say('agencies.missing'), accepted: say('agencies.desk_how') } : null}
      name="desk"
      value={desk}
      most={500}
      onChange={onChange}
    />
  )
}
