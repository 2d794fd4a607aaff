import { useLanguage } from '../frame/language.tsx'
import { LongText } from './fields.tsx'

interface WhyFieldProps {
  readonly why: string
  /** It was sent once, so that what is missing is said. */
  readonly tried: boolean
  readonly onChange: (why: string) => void
}

/** The reason without which nothing of a case is done. */
export function WhyField({ why, tried, onChange }: WhyFieldProps) {
  const { say } = useLanguage()
  return (
    <LongText
      name="why"
      label={say('cases.why')}
      value={why}
      most={500}
      missing={tried && why.trim() === ''}
      onChange={onChange}
    />
  )
}
