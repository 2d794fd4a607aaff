import { Field } from '../common/Field.tsx'
import picks from '../common/FilePick.module.css'
import { PICTURE_FORMS } from '../common/picture-forms.ts'
import { useLanguage } from '../frame/language.tsx'
import { takesScans } from './scan.ts'

interface PaperScanProps {
  readonly scan: File | null
  /** The server would not have it. */
  readonly refused: boolean
  readonly onChoose: (scan: File | null) => void
}

/** The scan of the paper that was signed before a witness: a photograph of it, or a PDF. */
export function PaperScan({ scan, refused, onChoose }: PaperScanProps) {
  const { say } = useLanguage()
  if (!takesScans()) return null
  const error = refused
    ? { reason: say('field.custody.scan_refused'), accepted: say('field.custody.scan_accepted') }
    : null
  return (
    <Field label={say('field.custody.scan')} hint={say('field.custody.scan_how')} error={error}>
      {({ className, ...control }) => (
        <div className={className} data-invalid={error ? true : undefined}>
          <input
            {...control}
            type="file"
            name="paperScan"
            accept={`${PICTURE_FORMS},application/pdf`}
            className={`unseen ${picks.input}`}
            onChange={({ target }) => onChoose(target.files?.[0] ?? null)}
          />
          <label htmlFor={control.id} className={picks.pick}>
            {say('field.custody.choose_scan')}
          </label>{' '}
          {scan && <bdi>{scan.name}</bdi>}
        </div>
      )}
    </Field>
  )
}
