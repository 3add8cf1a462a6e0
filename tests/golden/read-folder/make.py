from pathlib import Path
import gzip
for name, text in {'b.txt': 'Second in the order of bytes.', 'B.txt': 'First in the order of bytes.',
                   'ä.txt': 'Last in the order of bytes.', '.hidden': 'Never read.', 'c/d/e.txt': 'Deep down.',
                   'c/.git/x': 'Never read.', 'c-1.txt': 'Before the folder c, as a minus sign is a smaller byte than a slash.'}.items():
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text)
Path('image.png').write_bytes(b'\x89PNG\r\n\x1a\n' + bytes(100))
Path('wrapped.txt').write_bytes(gzip.compress(b'Was wrapped in gzip, whatever its name.'))
Path('c/circle').symlink_to('..')
