import { restoreBackup } from './restore-backup.ts'

/** Restores as told, and is killed as if by a power cut when it reaches the step named. */
const [file = '', folder = '', databaseUrl = '', step = ''] = process.argv.slice(2)
await restoreBackup({
  file,
  folder,
  databaseUrl,
  onProgress: (reached) => {
    if (reached.step === step) process.kill(process.pid, 'SIGKILL')
  },
})
