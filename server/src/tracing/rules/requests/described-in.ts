import type { TracedFirearm } from '@proofmark/contract/schemas/trace-message'
import type { Description } from '../../../linkage/rules/asked-item.ts'

/** The firearm of a request as it is looked for: what is not known is not said. */
export const describedIn = ({
  serial,
  make,
  model,
  calibre,
  type,
  countryOfManufacture,
}: TracedFirearm): Description => ({
  serial: serial.observed ?? '',
  make: make ?? undefined,
  model: model ?? undefined,
  calibre: calibre ?? undefined,
  type: type ?? undefined,
  country: countryOfManufacture ?? undefined,
})
