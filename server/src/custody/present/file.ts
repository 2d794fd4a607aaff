import type { FileState, fileShow } from '@proofmark/contract/schemas/photograph'
import type * as z from 'zod'
import type { EvidenceFile } from '../queries/files.ts'

export const presentFileState = ({ id, state, received, bytes, reason }: EvidenceFile): FileState => ({
  file: id,
  state,
  received,
  bytes,
  reason,
})

export const presentFile = (file: EvidenceFile): z.output<typeof fileShow> => ({
  ...presentFileState(file),
  recovery: file.recovery,
  exhibit: file.exhibit,
  kind: file.kind,
  view: file.view,
  sha256: file.sha256.toString('hex'),
  mediaType: file.mediaType,
  width: file.width,
  height: file.height,
  by: file.by,
  at: file.at.toISOString(),
})
