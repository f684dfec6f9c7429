import { bodiesOf, type NodeProto, type TensorProto } from '../read/protoModel';

/** Every tensor stored inside a node: attributes of its own, and weights of its bodies. */
export function storedInNode(node: NodeProto): readonly TensorProto[] {
  const own = node.attribute.flatMap(({ t, tensors }) => [...(t === undefined ? [] : [t]), ...tensors]);
  const inBodies = bodiesOf(node).flatMap((body) => [
    ...body.initializer,
    ...body.node.flatMap(storedInNode),
  ]);
  return [...own, ...inBodies];
}
