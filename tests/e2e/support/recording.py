# SPDX-License-Identifier: Apache-2.0
"""A reader of recordings that knows docs/recording-format.md, and shares nothing with Eunomia."""

import json
import struct
import subprocess
import zlib

BLOCK = struct.Struct("<II8sHHIIIQQQQQQII")
INDEX_ENTRY = struct.Struct("<Q88s")
TRAILER = struct.Struct("<II8sQ")
BLOCK_MAGIC, TRAILER_MAGIC, MARK = 0x184D2A5E, 0x184D2A5F, b"EUNOMIA\0"
HEADER, SCHEMA, RECORDS, SNAPSHOT, SUMMARY, INDEX = range(1, 7)
HEAD = 24

DECODERS = {1: "<B", 2: "<H", 4: "<I", 8: "<Q"}


def unzstd(data):
    return subprocess.run(["zstd", "-dcq"], input=data, stdout=subprocess.PIPE, check=True).stdout


class Block:
    def __init__(self, data, offset):
        own = data[offset:offset + BLOCK.size]
        (magic, size, mark, self.kind, self.major, self.number, self.stored, self.raw, self.first,
         self.records, self.begin, self.end, self.types, self.containers, check,
         own_check) = BLOCK.unpack(own)
        assert (magic, size, mark) == (BLOCK_MAGIC, BLOCK.size - 8, MARK)
        assert own_check == zlib.crc32(own[:-4])
        self.offset, self.own = offset, own
        frame = data[offset + BLOCK.size:offset + BLOCK.size + self.stored]
        assert len(frame) == self.stored and check == zlib.crc32(frame)
        self.content = unzstd(frame)
        assert len(self.content) == self.raw

    @property
    def next(self):
        return self.offset + BLOCK.size + self.stored


class Frame:
    """Decodes the records of one block."""

    def __init__(self, types, content):
        self.types, self.bytes, self.at = types, content, 0
        self.last = [[0] * (1 + (t["size"] - 16) // 4) for t in types]
        self.time, self.tails = 0, []

    def varint(self):
        value = shift = 0
        while True:
            byte = self.bytes[self.at]
            self.at += 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    def delta(self):
        value = self.varint()
        return (value >> 1) ^ -(value & 1)

    def tail(self):
        code = self.varint()
        if code == 1:
            return b""
        if code:
            return self.tails[code - 2]
        size = self.varint()
        self.tails.append(self.bytes[self.at:self.at + size])
        self.at += size
        return self.tails[-1]

    def __iter__(self):
        while self.at < len(self.bytes):
            code = self.varint()
            place = code >> 1
            self.time = (self.time + self.delta()) % 2**64
            words = self.last[place]
            mask = self.bytes[self.at:self.at + (len(words) + 7) // 8]
            self.at += len(mask)
            for i in range(len(words)):
                if mask[i // 8] >> i % 8 & 1:
                    words[i] = (words[i] + self.delta()) % 2**32
            fixed = struct.pack(f"<HHIQ{len(words) - 1}I", 0, 0, words[0], self.time, *words[1:])
            yield Record(self.types[place], bool(code & 1), fixed + self.tail())


class Record:
    def __init__(self, type_, aside, data):
        self.type, self.aside, self.data = type_, aside, data
        self.container, self.time, self.pid, self.tid = struct.unpack_from("<IQII", data, 4)
        self.slot = self.container & 0xFFFF
        self.snapshot = False

    @property
    def name(self):
        return self.type["name"]

    def field(self, name):
        return self.value(next(f for f in self.type["fields"] if f["name"] == name))

    def value(self, field):
        """Bytes of a string, bytes of an address, else a number."""
        offset, size = field["offset"], field["size"]
        if field.get("string"):
            at, length = struct.unpack_from("<HH", self.data, offset)
            return self.data[at:at + length] if length else b""
        if field["format"] == "address":
            return self.data[offset:offset + size]
        decode = DECODERS[size]
        if field["format"] in ("int", "errno"):
            decode = decode.lower()
        return struct.unpack_from(decode, self.data, offset)[0]


class Segment:
    """One file. Everything in it is checked; what is not as the document says is an assertion."""

    def __init__(self, path):
        data = path.read_bytes()
        self.blocks, offset = [], 0
        while struct.unpack_from("<I", data, offset)[0] == BLOCK_MAGIC:
            self.blocks.append(Block(data, offset))
            offset = self.blocks[-1].next
        assert [b.number for b in self.blocks] == list(range(len(self.blocks)))
        magic, size, mark, index = TRAILER.unpack(data[offset:])
        assert (magic, size, mark) == (TRAILER_MAGIC, TRAILER.size - 8, MARK)
        self._check_index(index)
        self.header = json.loads(self.blocks[0].content)
        self.schema = json.loads(self.blocks[1].content)
        self.summaries = [json.loads(b.content) for b in self.blocks if b.kind == SUMMARY]
        self.records = list(self._records())

    def _check_index(self, offset):
        """The chain of index blocks names all others, in order."""
        entries, by_offset = [], {block.offset: block for block in self.blocks}
        while True:
            block = by_offset[offset]
            assert block.kind == INDEX
            entries[:0] = INDEX_ENTRY.iter_unpack(block.content)
            offset = block.first
            if not offset:
                break
        assert entries == [(b.offset, b.own) for b in self.blocks if b.kind != INDEX]

    def _records(self):
        assert [b.kind for b in self.blocks[:2]] == [HEADER, SCHEMA]
        types, number = self.schema["types"], None
        for block in self.blocks:
            if block.kind not in (RECORDS, SNAPSHOT):
                continue
            records = list(Frame(types, block.content))
            self._check_description(block, types, records)
            if block.kind == RECORDS:
                assert number is None or block.first == number, "records are missing"
                number = block.first + block.records
            for record in records:
                record.snapshot = block.kind == SNAPSHOT
                yield record

    @staticmethod
    def _check_description(block, types, records):
        masks = [0, 0]
        for record in records:
            masks[0] |= 1 << types.index(record.type) % 64
            masks[1] |= 1 << record.slot % 64
        assert len(records) == block.records
        assert masks == [block.types, block.containers]
        assert min(r.time for r in records) == block.begin
        assert max(r.time for r in records) == block.end

    def stream(self):
        """The records that the kernel or the recorder's host said, without what helps a reader."""
        return [r for r in self.records if not r.aside and not r.snapshot]
