/** The steps of a message at which a test kills the process that takes them. */
export const FAULT_POINTS = [
  'claimed',
  'receipted',
  'settling',
  'settled',
  'arrived',
  'storing',
  'stored',
  'taking',
  'taken',
] as const
export type FaultPoint = (typeof FAULT_POINTS)[number]

/** Kills this process, as nothing can be done about, where a test said so; else nothing, and never outside of a test. */
export function faultPoint(here: FaultPoint): void {
  if (process.env.NODE_ENV === 'test' && process.env.PROOFMARK_DIE_AT === here) process.kill(process.pid, 'SIGKILL')
}
