import { create } from '@bufbuild/protobuf';
import { AttributeProto_AttributeType, AttributeProtoSchema } from 'onnx-buf';
import { expect, test } from 'vitest';
import { model, node, value } from '../src/core/onnx/read/testing/makeModel';
import { tinyInput, tinyPart } from './testing/tinyModel';
import { createThreadRunner } from './threadRunner';

const load = { external: [], threads: 8, optimisation: 'all' } as const;

test('a part’s thread tells how many threads it really uses, runs, and settles every call when it ends', async () => {
  const runner = createThreadRunner('wasm');
  const loaded = await runner.load({ ...load, model: tinyPart().model });
  expect(loaded).toMatchObject({ ok: true, value: { threads: 1 } });
  const ran = await runner.run([tinyInput()]);
  expect(ran).toMatchObject({ ok: true, value: { outputs: [{ name: 'y', shape: [1, 64] }] } });
  const missing = await runner.run([{ ...tinyInput(), name: 'z' }]);
  expect(missing).toMatchObject({ ok: false, error: { message: 'x has not arrived.' } });
  const running = runner.run([tinyInput()]);
  runner.close();
  expect(await running).toMatchObject({ ok: false });
  await runner.ended;
  expect(await runner.run([tinyInput()])).toMatchObject({ ok: false });
});

test('a result that is no tensor of numbers is a failure, not left out', async () => {
  const toText = create(AttributeProtoSchema, { name: 'to', type: AttributeProto_AttributeType.INT, i: 8n });
  const bytes = model({
    input: [value('x', [1, 64])],
    output: [value('y', [1, 64], 'string')],
    node: [node('Cast', ['x'], ['y'], { attribute: [toText] })],
  });
  const runner = createThreadRunner('wasm');
  expect(await runner.load({ ...load, model: bytes })).toMatchObject({ ok: true });
  const ran = await runner.run([tinyInput()]);
  expect(ran).toMatchObject({ ok: false, error: { message: 'y is no tensor of numbers.' } });
  runner.close();
  await runner.ended;
});
