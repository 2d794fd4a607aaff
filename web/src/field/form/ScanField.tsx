import { useId, useState } from 'react'
import picks from '../../common/FilePick.module.css'
import { TextField } from '../../common/TextField.tsx'
import { useLanguage } from '../../frame/language.tsx'
import styles from '../Field.module.css'

interface Detected {
  readonly rawValue: string
}
interface Detector {
  readonly detect: (picture: ImageBitmap) => Promise<readonly Detected[]>
}
type DetectorMaker = new (options: { readonly formats: readonly string[] }) => Detector

const FORMATS = ['qr_code', 'code_128', 'code_39', 'data_matrix'] as const

const makerOf = () => (globalThis as { readonly BarcodeDetector?: DetectorMaker }).BarcodeDetector

/** What the first code in a photograph says; null where none is found, or where the browser reads none. */
async function codeIn(photograph: Blob): Promise<string | null> {
  const Maker = makerOf()
  if (!Maker) return null
  try {
    const [first] = await new Maker({ formats: FORMATS }).detect(await createImageBitmap(photograph))
    return first?.rawValue ?? null
  } catch {
    return null
  }
}

interface ScanFieldProps {
  readonly name: 'number' | 'seal'
  readonly value: string
  readonly onChange: (text: string) => void
}

/** The number of a label or a seal: typed, or read from its code by the camera where the browser can. */
export function ScanField({ name, value, onChange }: ScanFieldProps) {
  const { say } = useLanguage()
  const id = useId()
  const [unread, setUnread] = useState(false)
  const scan = async (photograph: Blob) => {
    const code = await codeIn(photograph)
    setUnread(code === null)
    if (code !== null) onChange(code.slice(0, 120))
  }
  return (
    <div className={styles.knowable}>
      <TextField
        label={say(`field.label.${name}`)}
        name={name}
        value={value}
        most={120}
        hint={unread ? say('field.scan_unread') : null}
        onChange={onChange}
      />
      {makerOf() && (
        <span>
          <input
            id={id}
            type="file"
            accept="image/*"
            capture="environment"
            className={`unseen ${picks.input}`}
            name={`scan ${name}`}
            onChange={({ target }) => {
              const [photograph] = target.files ?? []
              if (photograph) void scan(photograph)
              target.value = ''
            }}
          />
          <label htmlFor={id} className={picks.pick}>
            {say('field.scan')}
          </label>
        </span>
      )}
    </div>
  )
}
