import { useId, useState } from 'react'
import picks from '../../common/FilePick.module.css'
import { TextField } from '../../common/TextField.tsx'
import { useLanguage } from '../../frame/language.tsx'
import styles from '../Field.module.css'
import { codeIn, readsCodes } from '../read-code.ts'

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
      {readsCodes() && (
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
