import { useId, useState } from 'react';
import { useApp } from '../../../state/useStore';
import { Button } from '../../primitives/Button';
import { Field } from '../../primitives/Field';
import styles from './Edge.module.css';

/** Connects with the token of the page's address, or with one that is typed. */
export function EdgeToken() {
  const connect = useApp((state) => state.connectEdge);
  const isExpected = useApp((state) => state.edge.isExpected);
  const [token, setToken] = useState('');
  const id = useId();
  const typed = token.trim();
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void connect(typed === '' ? undefined : typed);
      }}
    >
      <Field
        stacked
        label={
          isExpected ? 'Another token than the one of this page’s address' : 'Token that the server printed'
        }
        htmlFor={id}
      >
        <input
          id={id}
          type="text"
          value={token}
          maxLength={100}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          onChange={(event) => setToken(event.target.value)}
        />
      </Field>
      <Button type="submit" disabled={typed === '' && !isExpected}>
        {isExpected ? 'Connect again' : 'Connect'}
      </Button>
    </form>
  );
}
