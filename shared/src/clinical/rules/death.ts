import { columnName } from '../../domain';
import { recordReference } from '../record-reference';
import { type CaseRule, defineCaseRule } from './case-rule';
import { clinicalEvents } from './clinical-events';

export const diedOnPresenceRule: CaseRule = defineCaseRule({
  id: 'DIED_ON_PRESENCE',
  severity: 'HARD',
  fields: ['patient.vitalStatus', 'patient.diedOn'],
  reason: 'Survival ends at died_on for DEAD and is censored for everyone else, so the two have to agree.',
  discrepancies: ({ patient }) => {
    const { vitalStatus, diedOn } = patient;
    if ((vitalStatus === 'DEAD') === (diedOn !== undefined)) return [];
    const message =
      diedOn === undefined
        ? 'died_on is empty while vital_status is DEAD; give the date of death or the right vital status.'
        : `died_on is ${diedOn} while vital_status is ${vitalStatus}; it is given exactly when vital_status is DEAD.`;
    return [{ at: recordReference('patient', patient, 'diedOn'), message }];
  },
});

export const eventAfterDeathRule: CaseRule = defineCaseRule({
  id: 'EVENT_AFTER_DEATH',
  severity: 'HARD',
  fields: [
    'patient.diedOn',
    'diagnosis.diagnosedOn',
    'treatment.startedOn',
    'treatment.stoppedOn',
    'dose.fromOn',
    'assessment.assessedOn',
    'mutation.sampledOn',
    'adverseEvent.onsetOn',
    'adverseEvent.resolvedOn',
    'failure.failedOn',
  ],
  reason: 'Nothing clinical happens after death; only the notification of a failure may come later.',
  discrepancies: (facts) => {
    const { diedOn } = facts.patient;
    if (diedOn === undefined) return [];
    return clinicalEvents(facts, (on) => on > diedOn).map(({ at, on }) => ({
      at,
      message: `${columnName(at.field)} ${on} is after died_on ${diedOn}; it is that day or earlier.`,
    }));
  },
});

export const deathCauseRule: CaseRule = defineCaseRule({
  id: 'DEATH_CAUSE_PRESENCE',
  severity: 'SOFT',
  fields: ['patient.vitalStatus', 'patient.deathCause'],
  reason: 'Death of CML competes with death of another cause; UNKNOWN is an answer, an empty cause is none.',
  discrepancies: ({ patient }) => {
    const { vitalStatus, deathCause } = patient;
    if ((vitalStatus === 'DEAD') === (deathCause !== undefined)) return [];
    const message =
      deathCause === undefined
        ? 'death_cause is empty while vital_status is DEAD; give the cause, or UNKNOWN.'
        : `death_cause is ${deathCause} while vital_status is ${vitalStatus}; it is given only when vital_status is DEAD.`;
    return [{ at: recordReference('patient', patient, 'deathCause'), message }];
  },
});
