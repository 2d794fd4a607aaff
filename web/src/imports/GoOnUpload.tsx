import type { AnswerError } from '@proofmark/contract/client'
import type { ImportShow } from '@proofmark/contract/schemas/import'
import { useState } from 'react'
import { Failed } from '../common/Failed.tsx'
import { answerError } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { FileField } from './FileField.tsx'
import { Sent } from './Sent.tsx'
import { sendFile } from './send-file.ts'
import { sizeShown } from './size.ts'

interface GoOnUploadProps {
  readonly shown: ImportShow
  readonly onArrived: () => Promise<void>
}

/** An upload that broke off: the same file is chosen again, and only what has not arrived is sent. */
export function GoOnUpload({ shown, onArrived }: GoOnUploadProps) {
  const language = useLanguage()
  const { say } = language
  const [share, setShare] = useState<number | null>(null)
  const [other, setOther] = useState(false)
  const [failed, setFailed] = useState<{ readonly file: File; readonly error: AnswerError } | null>(null)

  const send = async (file: File) => {
    const from = shown.bytesDone
    const same = file.name === shown.file && file.size >= from
    setOther(!same)
    setFailed(null)
    if (!same) return
    setShare(0)
    try {
      await sendFile({
        route: 'importUpload',
        inAddress: { import: shown.import, from: String(from), wait: 'false' },
        content: file.slice(from),
        onSent: setShare,
      })
    } catch (thrown) {
      setFailed({ file, error: answerError(thrown) })
    }
    setShare(null)
    await onArrived()
  }

  if (share !== null) return <Sent share={share} />
  return (
    <div>
      <FileField
        label={say('imports.same_file')}
        file={null}
        hint={say('imports.arrived', { size: sizeShown(language, shown.bytesDone) })}
        error={other ? { reason: say('imports.another_file'), accepted: say('imports.another_file.accepted') } : null}
        onChoose={(file) => {
          if (file) void send(file)
        }}
      />
      {failed && <Failed error={failed.error} kept={false} onAgain={() => void send(failed.file)} />}
    </div>
  )
}
