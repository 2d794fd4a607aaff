import type { RouteName } from './paths.ts'
import { MODELLERS, READERS, type Route } from './route.ts'
import {
  modelApproved,
  modelApproveRequest,
  modelCompareRequest,
  modelComparison,
  modelFile,
  modelLearned,
  modelList,
  modelProposed,
  modelShow,
} from './schemas/model.ts'

/** Models by which records are weighed: learned, compared, approved. */
export const MODEL_ROUTES = {
  modelList: {
    summary: 'The models that there are, and which of them stands.',
    body: null,
    answer: modelList,
    roles: READERS,
    errors: [],
    audit: [],
  },
  modelShow: {
    summary: 'One model: what it was learned from, how it bears out, and what it says of each field.',
    body: null,
    answer: modelShow,
    roles: READERS,
    errors: ['not_found'],
    audit: [],
  },
  modelFile: {
    summary: 'A learned model as the file that another installation reads.',
    body: null,
    answer: modelFile,
    roles: READERS,
    errors: ['not_found'],
    audit: [],
  },
  modelLearn: {
    summary:
      'Learns a model from the records of open sources and proposes it. It stands when somebody else approves it.',
    body: null,
    answer: modelLearned,
    roles: MODELLERS,
    errors: ['model_too_few', 'model_busy'],
    audit: ['model.proposed'],
  },
  modelImport: {
    summary: 'Proposes a model out of a file.',
    body: 'file',
    answer: modelProposed,
    roles: MODELLERS,
    errors: ['model_unreadable', 'body_cut'],
    audit: ['model.proposed'],
  },
  modelApprove: {
    summary: 'Makes a model that somebody else proposed, or an earlier one, the one that stands.',
    body: modelApproveRequest,
    answer: modelApproved,
    roles: MODELLERS,
    errors: ['not_found', 'model_own', 'model_stands'],
    audit: ['model.approved'],
  },
  modelCompare: {
    summary: 'Two models on the same pairs of open sources: how many change sides of a threshold, with examples.',
    body: modelCompareRequest,
    answer: modelComparison,
    roles: READERS,
    errors: ['not_found'],
    audit: ['models.compared'],
  },
} as const satisfies Partial<Record<RouteName, Route>>
