import { skeleton } from '@proofmark/domain/serial-norm'

/** Forms of a number that differ by one character left out: numbers within one edit share one. */
export function neighbourhood(serial: string): string[] {
  const form = skeleton(serial)
  return [form, ...[...form].map((_, place) => form.slice(0, place) + form.slice(place + 1))]
}
