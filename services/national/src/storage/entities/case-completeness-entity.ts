import { knownFieldExpectations } from '@registry-hub/shared/clinical';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { completenessProperty } from '../completeness-columns';
import { DerivedCaseEntity } from './derived-case-entity';

/** Two columns a field: how often a complete case would have it, and how often the case has it. */
function FieldCounts(): ClassDecorator {
  return ({ prototype }) => {
    for (const { name } of knownFieldExpectations) {
      Column('smallint')(prototype as object, completenessProperty(name, 'expected'));
      Column('smallint')(prototype as object, completenessProperty(name, 'filled'));
    }
  };
}

/** How complete one case is, field by field: it follows from the facts, and goes with the derived case. */
@Entity('case_completeness')
@FieldCounts()
export class CaseCompletenessEntity {
  @ForeignKey(() => DerivedCaseEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('text')
  patientCode!: string;
}
