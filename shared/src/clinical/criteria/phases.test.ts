import { classifyPhase, type PhaseFindings, phaseSystems, phaseTables } from '.';

const phasesOf = (findings: PhaseFindings) => phaseSystems.map((system) => classifyPhase(phaseTables[system], findings).phase);

describe('phase by ELN, WHO 2016 and WHO 2022', () => {
  it.each([
    [{ blastsPct: 5 }, ['CHRONIC', 'CHRONIC', 'CHRONIC']],
    [{ blastsPct: 10 }, ['CHRONIC', 'ACCELERATED', 'CHRONIC']],
    [{ blastsPct: 15 }, ['ACCELERATED', 'ACCELERATED', 'CHRONIC']],
    [{ blastsPct: 20 }, ['ACCELERATED', 'BLAST', 'BLAST']],
    [{ blastsPct: 29.9 }, ['ACCELERATED', 'BLAST', 'BLAST']],
    [{ blastsPct: 30 }, ['BLAST', 'BLAST', 'BLAST']],
    [{ blastsPct: 10, blastsAndPromyelocytesPct: 31 }, ['ACCELERATED', 'ACCELERATED', 'CHRONIC']],
    [{ blastsPct: 5, blastsAndPromyelocytesPct: 30 }, ['CHRONIC', 'CHRONIC', 'CHRONIC']],
    [{ blastsPct: 2, basophilsPct: 20 }, ['ACCELERATED', 'ACCELERATED', 'CHRONIC']],
    [{ blastsPct: 2, basophilsPct: 19.9 }, ['CHRONIC', 'CHRONIC', 'CHRONIC']],
    [{ blastsPct: 2, thrombocytopeniaUnrelatedToTherapy: true }, ['ACCELERATED', 'ACCELERATED', 'CHRONIC']],
    [{ blastsPct: 2, thrombocytosisUnresponsive: true }, ['CHRONIC', 'ACCELERATED', 'CHRONIC']],
    [{ blastsPct: 2, majorRouteAberrationsOnTreatment: true }, ['ACCELERATED', 'CHRONIC', 'CHRONIC']],
    [{ blastsPct: 2, highRiskAberrationsAtDiagnosis: true }, ['CHRONIC', 'ACCELERATED', 'CHRONIC']],
    [{ blastsPct: 2, extramedullaryBlasts: true }, ['BLAST', 'BLAST', 'BLAST']],
    [{ blastsPct: 2, increasedLymphoblasts: true }, ['CHRONIC', 'CHRONIC', 'BLAST']],
    [{ extramedullaryBlasts: true }, ['BLAST', 'BLAST', 'BLAST']],
    [{ basophilsPct: 2 }, [undefined, undefined, undefined]],
    [{}, [undefined, undefined, undefined]],
  ])('%j', (findings, expected) => {
    expect(phasesOf(findings)).toEqual(expected);
  });

  it('says which criterion it was, and whose', () => {
    expect(classifyPhase(phaseTables.ELN, { blastsPct: 22 }).because).toEqual([
      { rule: 'ELN_ACCELERATED', message: 'blasts ≥ 15 % and blasts < 30 % (Baccarani et al., Blood 2013;122:872).' },
    ]);
  });
});
