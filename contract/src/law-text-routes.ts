import type { RouteName } from './paths.ts'
import { DESKS, type Route, STEWARDS } from './route.ts'
import { lawTextList, lawTextRequest, lawTextSaved } from './schemas/law-text.ts'

/** The text of law by ground, from which the justification of a request is proposed. */
export const LAW_TEXT_ROUTES = {
  lawTextList: {
    summary: 'The provisions by which firearms are illicit, by ground, of the state and of its agencies.',
    body: null,
    answer: lawTextList,
    roles: DESKS,
    errors: [],
    audit: [],
  },
  lawTextSave: {
    summary: 'Saves a provision of law; what was said of it before stays.',
    body: lawTextRequest,
    answer: lawTextSaved,
    roles: STEWARDS,
    errors: ['not_found', 'not_your_agency', 'agency_unknown', 'value_not_listed'],
    audit: ['law_text.saved'],
  },
} as const satisfies Partial<Record<RouteName, Route>>
