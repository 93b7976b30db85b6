import { fieldGroups } from '@registry-hub/shared/clinical';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { completenessProperty } from '../completeness-columns';
import { DerivedCaseEntity } from './derived-case-entity';

/** Two columns a group of fields: how many a complete case would have, and how many of them the case has. */
function FieldCounts(): ClassDecorator {
  return ({ prototype }) => {
    for (const group of fieldGroups) {
      Column('integer')(prototype as object, completenessProperty(group, 'expected'));
      Column('integer')(prototype as object, completenessProperty(group, 'filled'));
    }
  };
}

/** How complete one case is: it follows from the facts, and goes with the derived case. */
@Entity('case_completeness')
@FieldCounts()
export class CaseCompletenessEntity {
  @ForeignKey(() => DerivedCaseEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('text')
  patientCode!: string;
}
