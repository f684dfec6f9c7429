/** Every study by its id. */
import type { Scenario } from '../scenario/types';
import { collaborativeStudy } from './collaborativeStudy';
import { frontStudy } from './frontStudy';
import { methodsStudy } from './methodsStudy';
import { operatorsStudy } from './operatorsStudy';
import { recurrentStudy } from './recurrentStudy';
import { rowStudy } from './rowStudy';
import { sweepStudy } from './sweepStudy';
import { trainingStudy } from './trainingStudy';
import type { StudyContext, StudyId, StudyMap } from './types';

type Study<K extends StudyId> = (
  scenario: Scenario,
  options: StudyMap[K]['options'],
  context: StudyContext,
) => StudyMap[K]['answer'];

const studies: { readonly [K in StudyId]: Study<K> } = {
  methods: methodsStudy,
  front: frontStudy,
  row: rowStudy,
  operators: operatorsStudy,
  sweep: sweepStudy,
  training: trainingStudy,
  recurrent: recurrentStudy,
  collaborative: collaborativeStudy,
};

export function runStudy<K extends StudyId>(
  study: K,
  scenario: Scenario,
  options: StudyMap[K]['options'],
  context: StudyContext,
): StudyMap[K]['answer'] {
  return studies[study](scenario, options, context);
}
