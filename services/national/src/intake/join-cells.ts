import { withGene } from '@registry-hub/shared/clinical';

/** Puts what one column says before the cell that it becomes part of: the gene before its variant. A cell that is empty stays so. */
export function joinCells(joined: string, cell: string): string {
  return joined === '' || cell === '' ? cell : withGene(joined, cell);
}
