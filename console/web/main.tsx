// Where the console begins: styles, providers, and the page.
import './global.css';
import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import '@fontsource-variable/inter';
import '@fontsource-variable/vazirmatn';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { startWords } from './words/words.ts';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root');
await startWords();
createRoot(root).render(<App />);
