import { commandGroups } from '../../../state/command';
import { commands } from '../../../state/commands';
import { describeKeys } from '../../../state/keyboard';
import { useTools } from '../../../state/useTools';
import { Dialog } from '../../primitives/Dialog';
import styles from './Dialogs.module.css';
import { glossary } from './glossary';

export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const { facts } = useTools();
  return (
    <Dialog title="Help" size="wide" onClose={onClose}>
      <div className={styles.stack}>
        <p>
          Splitscape shows where each part of a neural network should run: on the phone (UE), at the network’s
          edge, or in the cloud. Draw a network, drag a link’s capacity, and the best split moves. Nothing
          leaves this browser.
        </p>
        <h3>Shortcuts</h3>
        <div className={styles.shortcuts}>
          {commandGroups.map((group) => {
            const withKeys = commands.filter((command) => command.group === group && command.keys.length > 0);
            return withKeys.length === 0 ? null : (
              <table key={group}>
                <caption>{group}</caption>
                <tbody>
                  {withKeys.map((command) => (
                    <tr key={command.id}>
                      <th scope="row">{command.label.replace('…', '')}</th>
                      <td>
                        {command.keys.map((keys) => (
                          <kbd key={keys}>{describeKeys(keys, facts.isMac)}</kbd>
                        ))}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            );
          })}
        </div>
        <h3>On the canvas and the sliders</h3>
        <p>
          Tab reaches every node and link, Enter selects, arrow keys move a node. On a capacity slider, arrow
          keys take small steps, Page Up and Page Down double and halve, Escape puts the value back while you
          drag.
        </p>
        <h3>Words</h3>
        <dl className={styles.glossary}>
          {glossary.map(({ word, meaning }) => (
            <div key={word}>
              <dt>{word}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Dialog>
  );
}
