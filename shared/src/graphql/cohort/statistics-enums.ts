import { measures, variables } from '../../statistics';
import { graphqlEnum } from '../enums';

export const VariableEnum = graphqlEnum(
  'Variable',
  variables,
  'Of MUTATION and ADVERSE_EVENT a patient is counted once for each value: rows may add up to more than the cohort.',
);
export const MeasureEnum = graphqlEnum('Measure', measures);
export const MissingReasonEnum = graphqlEnum('MissingReason', ['UNREACHABLE', 'TIMEOUT', 'ERROR', 'INCOMPATIBLE']);
